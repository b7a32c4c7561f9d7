// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_layout.h"

#include "app/core/json.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr std::array<std::pair<FieldType, const char*>, 11> kTypes = {{
    {FieldType::Text, "text"},
    {FieldType::LongText, "long-text"},
    {FieldType::Word, "word"},
    {FieldType::Digits, "digits"},
    {FieldType::CitizenNumber, "citizen-number"},
    {FieldType::CreditCode, "credit-code"},
    {FieldType::Date, "date"},
    {FieldType::Term, "term"},
    {FieldType::Validity, "validity"},
    {FieldType::Seal, "seal"},
    {FieldType::Qr, "qr"},
}};

std::optional<FieldType> typeOf(const QString& name)
{
    for (const auto& [type, text] : kTypes) {
        if (name == QLatin1StringView(text))
            return type;
    }
    return std::nullopt;
}

/// [left, top, width, height] in mm; empty when it is not one on the paper.
QRectF boxOf(const QJsonValue& value, QSizeF paper)
{
    const QJsonArray numbers = value.toArray();
    if (numbers.size() != 4)
        return {};
    const QRectF box(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(),
                     numbers[3].toDouble());
    return QRectF(QPointF(0, 0), paper).contains(box) ? box : QRectF();
}

Error unusable(const QString& what)
{
    return Error{ErrorCode::Configuration, u"paper layout: "_s + what};
}

Result<std::vector<QRectF>> boxesOf(const QJsonValue& value, QSizeF paper)
{
    std::vector<QRectF> boxes;
    for (const QJsonValue entry : value.toArray()) {
        boxes.push_back(boxOf(entry, paper));
        if (boxes.back().isEmpty())
            return unusable(u"a box is not on the paper"_s);
    }
    return boxes;
}

Result<FieldLayout> fieldOf(const QJsonObject& object, QSizeF paper)
{
    FieldLayout field;
    field.key = object[u"key"].toString();
    field.box = boxOf(object[u"box"], paper);
    field.em = object[u"em"].toDouble(field.em);
    field.maxLines = object[u"lines"].toInt(field.maxLines);
    for (const QJsonValue word : object[u"words"].toArray())
        field.words.append(word.toString());
    const auto type = typeOf(object[u"type"].toString());
    if (!type || field.key.isEmpty() || field.box.isEmpty() || field.em <= 0 || field.maxLines < 1)
        return unusable(u"a field is not complete"_s);
    field.label = object[u"label"].toString();
    field.isBelow = object[u"below"].toBool();
    field.alphabet = object[u"alphabet"].toString();
    field.lexicon = object[u"lexicon"].toString();
    if (*type == FieldType::Word && field.words.isEmpty())
        return unusable(u"a field has no words"_s);
    field.type = *type;
    return field;
}

Result<LabelLayout> labelOf(const QJsonObject& object, QSizeF paper)
{
    LabelLayout label;
    label.id = object[u"id"].toString();
    for (const QJsonValue text : object[u"texts"].toArray())
        label.texts.append(text.toString());
    label.box = boxOf(object[u"box"], paper);
    if (label.id.isEmpty() || label.texts.isEmpty() || label.texts.contains(QString()) ||
        label.box.isEmpty())
        return unusable(u"a label is not complete"_s);
    return label;
}

/// The labels, and the fields that stand behind them.
Result<void> readFields(const QJsonObject& object, PaperLayout& layout)
{
    for (const QJsonValue entry : object[u"labels"].toArray()) {
        auto label = labelOf(entry.toObject(), layout.size);
        if (!label)
            return label.error();
        layout.labels.push_back(std::move(*label));
    }
    const QJsonArray reach = object[u"labelReach"].toArray();
    if (reach.size() == 2)
        layout.labelReach = QSizeF(reach[0].toDouble(), reach[1].toDouble());
    layout.labelsColoured = object[u"labelsColoured"].toBool();
    for (const QJsonValue entry : object[u"fields"].toArray()) {
        auto field = fieldOf(entry.toObject(), layout.size);
        if (!field)
            return field.error();
        if (!field->label.isEmpty() && layout.label(field->label) == nullptr)
            return unusable(u"a field's label is not there"_s);
        layout.fields.push_back(std::move(*field));
    }
    return {};
}

Result<PaperLayout> layoutOf(const QJsonObject& object)
{
    PaperLayout layout;
    const auto kind = parsePaperKind(object[u"kind"].toString());
    const QJsonArray size = object[u"size"].toArray();
    if (!kind || *kind == PaperKind::Auto || size.size() != 2)
        return unusable(u"kind or size is not known"_s);
    layout.kind = *kind;
    layout.size = QSizeF(size[0].toDouble(), size[1].toDouble());
    layout.dotsPerMm = object[u"dotsPerMm"].toDouble();
    layout.warnDpi = object[u"warnDpi"].toDouble();
    layout.failDpi = object[u"failDpi"].toDouble();
    constexpr double kMaxDots = 5000; // a side of the rectified picture
    if (layout.size.isEmpty() || layout.dotsPerMm <= 0 ||
        layout.size.width() * layout.dotsPerMm > kMaxDots)
        return unusable(u"size or dotsPerMm is out of range"_s);
    for (const QJsonValue entry : object[u"anchors"].toArray()) {
        const QJsonObject anchor = entry.toObject();
        layout.anchors.push_back({anchor[u"text"].toString(), boxOf(anchor[u"box"], layout.size),
                                  anchor[u"em"].toDouble(3.4)});
        if (layout.anchors.back().text.isEmpty() || layout.anchors.back().box.isEmpty())
            return unusable(u"an anchor is not complete"_s);
    }
    auto inked = boxesOf(object[u"inked"], layout.size);
    auto blank = boxesOf(object[u"blank"], layout.size);
    if (!inked || !blank || layout.anchors.empty() || inked->empty() || blank->empty())
        return unusable(u"anchors, inked or blank regions are missing"_s);
    layout.inked = std::move(*inked);
    layout.frame = boxOf(object[u"frame"], layout.size);
    layout.portrait = boxOf(object[u"portrait"], layout.size);
    layout.blank = std::move(*blank);
    if (const auto fields = readFields(object, layout); !fields)
        return fields.error();
    return layout;
}

} // namespace

const LabelLayout* PaperLayout::label(const QString& id) const
{
    const auto found = std::ranges::find(labels, id, &LabelLayout::id);
    return found == labels.end() ? nullptr : &*found;
}

QSize PaperLayout::pixels() const
{
    return (size * dotsPerMm).toSize();
}

Result<std::vector<PaperLayout>> loadPaperLayouts(const QString& folder)
{
    const QDir dir(folder);
    std::vector<PaperLayout> layouts;
    for (const QString& name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const auto object = readJsonFile(dir.filePath(name));
        if (!object)
            return Error{ErrorCode::Configuration, object.error().detail, dir.filePath(name)};
        auto layout = layoutOf(*object);
        if (!layout)
            return layout.error().at(dir.filePath(name));
        layouts.push_back(std::move(*layout));
    }
    if (layouts.empty())
        return unusable(u"none found"_s).at(folder);
    return layouts;
}

} // namespace handshake
