// SPDX-License-Identifier: Apache-2.0
#include "app/core/text.h"
#include "app/vision/backdrop_files_p.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr int kMaxLines = 20;
constexpr int kMaxColours = 20;

Error wrong(const QString& member)
{
    return Error{ErrorCode::InvalidInput, u"a member of the backdrop's description is wrong"_s,
                 member};
}

Result<QColor> readColour(const QJsonValue& value, const QString& member)
{
    const QColor colour(value.toString());
    if (!value.toString().startsWith(u'#') || !colour.isValid())
        return wrong(member);
    return colour;
}

Result<BackdropLine> readLine(const QJsonValue& value, const QString& member)
{
    if (value.isString())
        return BackdropLine{cleanForeignText(value.toString(), 200), {}};
    const QJsonObject line = value.toObject();
    BackdropLine read{cleanForeignText(line.value("text"_L1).toString(), 200), {}};
    if (read.text.isEmpty())
        return wrong(member);
    if (!line.contains("box"_L1))
        return read;
    const QJsonArray box = line.value("box"_L1).toArray();
    if (box.size() != 4)
        return wrong(member);
    read.box =
        QRectF(box[0].toDouble(-1), box[1].toDouble(-1), box[2].toDouble(-1), box[3].toDouble(-1));
    const QRectF all(-0.001, -0.001, 1.002, 1.002);
    if (!(read.box.width() > 0.001) || !(read.box.height() > 0.001) || !all.contains(read.box))
        return wrong(member);
    return read;
}

Result<void> applyLists(const QJsonObject& meta, BackdropData& data)
{
    const QJsonValue lines = meta.value("textLines"_L1);
    if (!lines.isUndefined() && (!lines.isArray() || lines.toArray().size() > kMaxLines))
        return wrong(u"textLines"_s);
    for (qsizetype i = 0; i < lines.toArray().size(); ++i) {
        auto line = readLine(lines.toArray()[i], u"textLines[%1]"_s.arg(i));
        if (!line)
            return line.error();
        data.lines.push_back(*std::move(line));
    }
    const QJsonValue colours = meta.value("coloursToAvoid"_L1);
    if (!colours.isUndefined() && (!colours.isArray() || colours.toArray().size() > kMaxColours))
        return wrong(u"coloursToAvoid"_s);
    for (qsizetype i = 0; i < colours.toArray().size(); ++i) {
        const auto colour = readColour(colours.toArray()[i], u"coloursToAvoid[%1]"_s.arg(i));
        if (!colour)
            return colour.error();
        data.coloursToAvoid.push_back(*colour);
    }
    return {};
}

} // namespace

Result<void> applyMeta(const QJsonObject& meta, BackdropData& data)
{
    if (const QJsonValue kind = meta.value("kind"_L1); !kind.isUndefined()) {
        if (kind.toString() == "motif"_L1)
            data.kind = BackdropKind::Motif;
        else if (kind.toString() == "plain"_L1)
            data.kind = BackdropKind::Plain;
        else if (kind.toString() == "none"_L1)
            data.kind = BackdropKind::None;
        else
            return wrong(u"kind"_s);
    }
    if (const QJsonValue width = meta.value("physicalWidthMm"_L1);
        !width.isUndefined() && !width.isNull()) {
        if (!width.isDouble() || width.toDouble() < 100 || width.toDouble() > 20'000)
            return wrong(u"physicalWidthMm"_s);
        data.physicalWidthMm = width.toDouble();
    }
    if (const QJsonValue colour = meta.value("groundColour"_L1);
        !colour.isUndefined() && !colour.isNull()) {
        const auto read = readColour(colour, u"groundColour"_s);
        if (!read)
            return read.error();
        data.groundColour = *read;
    }
    if (const QJsonValue edges = meta.value("edgesAllowed"_L1); !edges.isUndefined()) {
        if (!edges.isBool())
            return wrong(u"edgesAllowed"_s);
        data.edgesAllowed = edges.toBool();
    }
    data.name = cleanForeignText(meta.value("name"_L1).toString(), 200);
    return applyLists(meta, data);
}

} // namespace handshake
