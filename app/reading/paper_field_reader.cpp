// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_field_reader.h"

#include "app/reading/field_lines_p.h"
#include "app/reading/glyph_reader.h"
#include "app/reading/layout_fit_p.h"
#include "app/reading/print_line_p.h"
#include "app/reading/qr_code.h"
#include "app/reading/seal_reader.h"
#include "app/reading/sheet_geometry.h"
#include "app/reading/sheet_print_p.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

CheckValue check(const QString& id, CheckResult result, const QString& advice)
{
    CheckValue value;
    value.id = id;
    value.result = result;
    if (result != CheckResult::Pass)
        value.advice = advice;
    return value;
}

void fill(ReadField& field, const LineReading& line)
{
    field.text = line.text;
    field.confidence = line.confidence;
    field.doubtful = line.doubtful;
    field.certainty = line.certainty;
}

void put(PaperReading& reading, const QString& key, ReadField field)
{
    if (!field.text.isEmpty())
        reading.fields[key] = std::move(field);
}

/// A form the text was turned into: a doubt about a printed character is one about the whole.
void readConverted(const QString& converted, const LineReading& line, const QString& key,
                   PaperReading& reading, ReadField prepared)
{
    if (converted.isEmpty())
        return;
    prepared.text = converted;
    prepared.confidence = line.confidence;
    prepared.certainty.assign(static_cast<std::size_t>(converted.size()), line.confidence);
    if (!line.doubtful.empty()) {
        for (int i = 0; i < static_cast<int>(converted.size()); ++i)
            prepared.doubtful.push_back(i);
    }
    put(reading, key, std::move(prepared));
}

void readValidity(const std::optional<ValidityReading>& validity, PaperReading& reading,
                  const ReadField& prepared)
{
    if (!validity)
        return;
    ReadField from = prepared;
    from.text = validity->from.toString(Qt::ISODate);
    from.confidence = validity->confidence;
    ReadField to = prepared;
    to.text = validity->to ? validity->to->toString(Qt::ISODate) : u"long"_s;
    to.confidence = validity->confidence;
    for (ReadField* field : {&from, &to}) {
        field->certainty.assign(static_cast<std::size_t>(field->text.size()), field->confidence);
        for (int i = 0; validity->isDoubtful && i < static_cast<int>(field->text.size()); ++i)
            field->doubtful.push_back(i);
    }
    put(reading, u"validFrom"_s, std::move(from));
    put(reading, u"validTo"_s, std::move(to));
}

QString joinedDate(const QRegularExpressionMatch& match, int first)
{
    const QDate date(match.captured(first).toInt(), match.captured(first + 1).toInt(),
                     match.captured(first + 2).toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace

QString isoDate(const QString& printed)
{
    static const QRegularExpression pattern(u"^(\\d{4})年(\\d{1,2})月(\\d{1,2})日?$"_s);
    const auto match = pattern.match(printed);
    return match.hasMatch() ? joinedDate(match, 1) : QString();
}

QString isoTerm(const QString& printed)
{
    if (printed == u"长期"_s)
        return u"long"_s;
    static const QRegularExpression pattern(
        u"^自?(\\d{4})年(\\d{1,2})月(\\d{1,2})日?至(?:(\\d{4})年(\\d{1,2})月(\\d{1,2})日?|(长期))$"_s);
    const auto match = pattern.match(printed);
    if (!match.hasMatch())
        return {};
    const QString from = joinedDate(match, 1);
    const QString to = match.captured(7).isEmpty() ? joinedDate(match, 4) : u"long"_s;
    return from.isEmpty() || to.isEmpty() ? QString() : from + u'/' + to;
}

/// The sheet while its fields are read.
struct PaperFieldReader::Sheet {
    const PaperLayout& layout;
    const QImage& picture;
    const QTransform& toPicture;
    const SheetPrint& print;
    const LineCutter& cutter;
    const LayoutFit& fit;

    /// `mm` on the sheet: where it is on the picture, and what it looks like on the flat paper.
    [[nodiscard]] ReadField shown(const QRectF& mm, const QImage& rectified) const
    {
        ReadField field;
        field.box = boxOnPicture(toPicture, mm, picture.size());
        const QRectF pixels(mm.topLeft() * layout.dotsPerMm, mm.size() * layout.dotsPerMm);
        field.crop = rectified.copy(pixels.toAlignedRect() & rectified.rect());
        return field;
    }
};

namespace {

QRectF around(const std::vector<LinePlace>& places)
{
    constexpr double kRim = 0.9; // of a character
    QRectF all;
    for (const LinePlace& place : places) {
        const double rim = kRim * place.em;
        const double top = std::min(place.y, place.yAt(place.right)) - rim;
        const double bottom = std::max(place.y, place.yAt(place.right)) + rim;
        all |= QRectF(QPointF(place.left - rim, top), QPointF(place.right + rim, bottom));
    }
    return all;
}

double meanEm(const PaperLayout& layout)
{
    double sum = 0;
    int count = 0;
    for (const FieldLayout& field : layout.fields) {
        if (field.type == FieldType::Qr || field.type == FieldType::Seal)
            continue;
        sum += field.em;
        ++count;
    }
    return count > 0 ? sum / count : 1;
}

} // namespace

PaperFieldReader::PaperFieldReader(const Recognisers& recognisers,
                                   const LineReader::Settings& settings)
    : m_glyphs(recognisers.glyphs)
    , m_numbers(recognisers.latin, *recognisers.chinese.front(), recognisers.glyphs)
    , m_lines(recognisers.chinese, settings, recognisers.lexicon)
    , m_words({&recognisers.glyphs, recognisers.chinese.front()}, settings, recognisers.lexicon)
{
}

void PaperFieldReader::read(const PaperLayout& layout, const QImage& picture,
                            const QTransform& toPicture, PaperReading& reading) const
{
    const LineCutter cutter(picture, toPicture);
    const double em = meanEm(layout);
    const SheetPrint black(picture, toPicture, layout.size, em, false);
    const bool hasOther = layout.labelsColoured;
    const SheetPrint any = hasOther ? SheetPrint(picture, toPicture, layout.size, em, true)
                                    : SheetPrint(std::vector<QRectF>());
    const LayoutFit fit = fitLayout(layout, hasOther ? any : black, cutter, m_glyphs);
    const Sheet sheet{layout, picture, toPicture, black, cutter, fit};
    for (const FieldLayout& field : layout.fields)
        readOne(field, sheet, reading);
}

void PaperFieldReader::readOne(const FieldLayout& field, const Sheet& sheet,
                               PaperReading& reading) const
{
    const QRectF box = sheet.fit.toSheet.mapRect(field.box);
    if (field.type == FieldType::Qr) {
        ReadField prepared = sheet.shown(box, reading.rectified);
        if (auto text = readQrCode(prepared.crop)) {
            prepared.text = std::move(*text);
            prepared.confidence = 1;
            put(reading, field.key, std::move(prepared));
        }
        return;
    }
    if (field.type == FieldType::Seal) {
        ReadField prepared = sheet.shown(box, reading.rectified);
        fill(prepared, readSeal(prepared.crop, field.em * sheet.layout.dotsPerMm, m_lines));
        put(reading, field.key, std::move(prepared));
        return;
    }
    const auto places = fieldLines(field, sheet.layout, sheet.fit, sheet.print);
    std::vector<PrintLine> lines;
    for (const LinePlace& place : places) {
        if (auto line = sheet.cutter.cut(place, false))
            lines.push_back(std::move(*line));
    }
    readLines(field, lines, reading,
              sheet.shown(places.empty() ? box : around(places), reading.rectified));
}

void PaperFieldReader::readLines(const FieldLayout& field, const std::vector<PrintLine>& lines,
                                 PaperReading& reading, ReadField prepared) const
{
    const bool isNumber =
        field.type == FieldType::CitizenNumber || field.type == FieldType::CreditCode;
    if (lines.empty()) {
        if (isNumber)
            readNumber(field, {}, reading, std::move(prepared));
        return;
    }
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: {
        std::vector<LineReading> readings;
        readings.reserve(lines.size());
        for (const PrintLine& line : lines)
            readings.push_back(readText(field, line));
        fill(prepared, joined(readings));
        put(reading, field.key, std::move(prepared));
        break;
    }
    case FieldType::Word:
        // Not one of the words: not read. The nearest one would be a guess.
        fill(prepared,
             m_words.readAccepted(lines.front(), field.words.join(QString()),
                                  [&](const QString& seen) { return field.words.contains(seen); }));
        put(reading, field.key, std::move(prepared));
        break;
    case FieldType::Digits:
        if (const auto date = m_numbers.dateOfGroups(lines.front())) {
            fill(prepared, *date);
            put(reading, field.key, std::move(prepared));
        }
        break;
    case FieldType::CitizenNumber:
        readNumber(field, m_numbers.citizenNumber(lines.front()), reading, std::move(prepared));
        break;
    case FieldType::CreditCode:
        readNumber(field, m_numbers.creditCode(lines.front()), reading, std::move(prepared));
        break;
    case FieldType::Date:
    case FieldType::Term:
        readConvertible(field, lines, reading, prepared);
        break;
    case FieldType::Validity:
        readValidity(m_numbers.validity(lines.front()), reading, prepared);
        break;
    case FieldType::Seal:
    case FieldType::Qr:
        break; // no lines: read before
    }
}

LineReading PaperFieldReader::readText(const FieldLayout& field, const PrintLine& line) const
{
    if (field.type == FieldType::LongText)
        return m_lines.readOnce(line);
    if (field.alphabet.isEmpty())
        return m_lines.read(line, {}, field.lexicon);
    return m_words.read(line, field.alphabet, field.lexicon);
}

void PaperFieldReader::readConvertible(const FieldLayout& field,
                                       const std::vector<PrintLine>& lines, PaperReading& reading,
                                       const ReadField& prepared) const
{
    const QString alphabet = u"0123456789年月日自至长期"_s;
    const auto tryLine = [&](const PrintLine& line, QString (*isoOf)(const QString&)) {
        const LineReading text = m_words.readAccepted(
            line, alphabet, [&](const QString& seen) { return !isoOf(seen).isEmpty(); });
        readConverted(isoOf(text.text), text, field.key, reading, prepared);
        return !text.text.isEmpty();
    };
    if (field.type == FieldType::Term) {
        if (!tryLine(lines.front(), isoTerm) && lines.size() > 1)
            tryLine(besideEachOther(lines[0], lines[1]), isoTerm);
        return;
    }
    // A date may stand among other print: the first line that is one.
    for (const PrintLine& line : lines) {
        if (tryLine(line, isoDate))
            return;
    }
}

void PaperFieldReader::readNumber(const FieldLayout& field, const NumberReading& number,
                                  PaperReading& reading, ReadField prepared) const
{
    const bool isCitizen = field.type == FieldType::CitizenNumber;
    const QString id = isCitizen ? u"number-check"_s : u"credit-code-check"_s;
    const QString stem = isCitizen ? u"paper.number."_s : u"paper.creditCode."_s;
    if (number.line.text.isEmpty())
        reading.checks.push_back(check(id, CheckResult::Unknown, stem + u"unread"_s));
    else
        reading.checks.push_back(
            check(id, number.valid ? CheckResult::Pass : CheckResult::Fail, stem + u"check"_s));
    fill(prepared, number.line);
    if (!number.valid) {
        // Some character is wrong and nobody knows which one.
        prepared.doubtful.clear();
        for (int i = 0; i < static_cast<int>(prepared.text.size()); ++i)
            prepared.doubtful.push_back(i);
    }
    put(reading, field.key, std::move(prepared));
}

} // namespace handshake
