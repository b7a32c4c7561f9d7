// SPDX-License-Identifier: Apache-2.0
#include "app/reading/paper_field_reader.h"

#include "app/reading/qr_code.h"
#include "app/reading/seal_reader.h"
#include "app/reading/sheet_geometry.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr double kTextHeight = 40; // of a character in the crops, whatever the paper's own scale

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
}

void put(PaperReading& reading, const QString& key, ReadField field)
{
    if (!field.text.isEmpty())
        reading.fields[key] = std::move(field);
}

void readWord(const FieldLayout& field, const LineReading& line, PaperReading& reading,
              ReadField prepared)
{
    // Not one of the words: not read. The nearest one would be a guess.
    if (field.words.contains(line.text)) {
        fill(prepared, line);
        put(reading, field.key, std::move(prepared));
    }
}

/// A form the text was turned into: a doubt about a printed character is one about the whole.
void readConverted(const QString& converted, const LineReading& line, const QString& key,
                   PaperReading& reading, ReadField prepared)
{
    if (converted.isEmpty())
        return;
    prepared.text = converted;
    prepared.confidence = line.confidence;
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
    put(reading, u"validFrom"_s, std::move(from));
    put(reading, u"validTo"_s, std::move(to));
}

QString allCharacters(const QStringList& words)
{
    return words.join(QString());
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

PaperFieldReader::PaperFieldReader(OcrEngine& latin, OcrEngine& chinese,
                                   const LineReader::Settings& settings)
    : m_numbers(latin, chinese)
    , m_lines(chinese, settings)
{
}

void PaperFieldReader::read(const PaperLayout& layout, const QImage& picture,
                            const QTransform& toPicture, PaperReading& reading) const
{
    for (const FieldLayout& field : layout.fields) {
        ReadField prepared;
        prepared.box = boxOnPicture(toPicture, field.box, picture.size());
        const QRectF pixels(field.box.topLeft() * layout.dotsPerMm,
                            field.box.size() * layout.dotsPerMm);
        prepared.crop = reading.rectified.copy(pixels.toAlignedRect());
        if (field.type == FieldType::Qr || field.type == FieldType::Seal) {
            const QImage crop = prepared.crop;
            readOne(field, crop, field.em * layout.dotsPerMm, reading, std::move(prepared));
            continue;
        }
        const double dots = kTextHeight / field.em;
        readOne(field, flatPart(picture, toPicture, field.box, dots), field.em * dots, reading,
                std::move(prepared));
    }
}

void PaperFieldReader::readOne(const FieldLayout& field, const QImage& crop, double em,
                               PaperReading& reading, ReadField prepared) const
{
    switch (field.type) {
    case FieldType::Text:
        fill(prepared, m_lines.read(crop, em, field.maxLines));
        put(reading, field.key, std::move(prepared));
        break;
    case FieldType::Word:
        readWord(field, m_lines.read(crop, em, 1, allCharacters(field.words)), reading,
                 std::move(prepared));
        break;
    case FieldType::Digits:
        if (const auto date = m_numbers.dateOfGroups(crop, em)) {
            fill(prepared, *date);
            put(reading, field.key, std::move(prepared));
        }
        break;
    case FieldType::CitizenNumber:
        readNumber(field, m_numbers.citizenNumber(crop, em), reading, std::move(prepared));
        break;
    case FieldType::CreditCode:
        readNumber(field, m_numbers.creditCode(crop, em), reading, std::move(prepared));
        break;
    case FieldType::Date: {
        const LineReading line = m_lines.read(crop, em, 1);
        readConverted(isoDate(line.text), line, field.key, reading, std::move(prepared));
        break;
    }
    case FieldType::Term: {
        const LineReading line = m_lines.read(crop, em, 1);
        readConverted(isoTerm(line.text), line, field.key, reading, std::move(prepared));
        break;
    }
    case FieldType::Validity:
        readValidity(m_numbers.validity(crop, em), reading, prepared);
        break;
    case FieldType::Seal:
        fill(prepared, readSeal(crop, em, m_lines));
        put(reading, field.key, std::move(prepared));
        break;
    case FieldType::Qr:
        if (auto text = readQrCode(crop)) {
            prepared.text = std::move(*text);
            prepared.confidence = 1;
            put(reading, field.key, std::move(prepared));
        }
        break;
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
