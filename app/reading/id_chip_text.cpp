// SPDX-License-Identifier: Apache-2.0
#include "app/reading/id_chip_text.h"

#include "app/filing/citizen_number.h"
#include "app/filing/ethnicity.h"

#include <QDate>
#include <QRegularExpression>
#include <QtEndian>

#include <array>
#include <span>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

enum class Content : std::uint8_t {
    Text,          ///< as it stands, not empty
    OptionalText,  ///< may be all spaces: the field is then absent
    Sex,           ///< GB/T 2261.1: 1 or 2
    Ethnicity,     ///< GB/T 3304
    Date,          ///< yyyyMMdd
    EndDate,       ///< yyyyMMdd or 长期
    CitizenNumber, ///< GB 11643, residents of Hong Kong, Macau and Taiwan included
    ForeignNumber, ///< three letters of the nationality and twelve digits
};

struct Place {
    const char16_t* key;
    qsizetype offset; ///< bytes
    qsizetype length; ///< bytes
    Content content;
};

/// Where the type of the card stands in every layout.
constexpr Place kType{u"type", 248, 2, Content::OptionalText};

constexpr std::array kCitizen{
    Place{u"name", 0, 30, Content::Text},
    Place{u"sex", 30, 2, Content::Sex},
    Place{u"ethnicity", 32, 4, Content::Ethnicity},
    Place{u"birth", 36, 16, Content::Date},
    Place{u"address", 52, 70, Content::Text},
    Place{u"number", 122, 36, Content::CitizenNumber},
    Place{u"issuer", 158, 30, Content::Text},
    Place{u"validFrom", 188, 16, Content::Date},
    Place{u"validTo", 204, 16, Content::EndDate},
};

constexpr std::array kForeignResident{
    Place{u"latinName", 0, 120, Content::Text},        Place{u"sex", 120, 2, Content::Sex},
    Place{u"number", 122, 30, Content::ForeignNumber}, Place{u"nationality", 152, 6, Content::Text},
    Place{u"name", 158, 30, Content::OptionalText},    Place{u"validFrom", 188, 16, Content::Date},
    Place{u"validTo", 204, 16, Content::EndDate},      Place{u"birth", 220, 16, Content::Date},
};

constexpr std::array kResidencePermit{
    Place{u"name", 0, 30, Content::Text},
    Place{u"sex", 30, 2, Content::Sex},
    Place{u"birth", 36, 16, Content::Date},
    Place{u"address", 52, 70, Content::Text},
    Place{u"number", 122, 36, Content::CitizenNumber},
    Place{u"issuer", 158, 30, Content::Text},
    Place{u"validFrom", 188, 16, Content::Date},
    Place{u"validTo", 204, 16, Content::EndDate},
    Place{u"permitNumber", 220, 18, Content::OptionalText},
    Place{u"issueCount", 238, 4, Content::OptionalText},
};

Error unreadable(const QString& what)
{
    return {ErrorCode::Unreadable, u"chip text: "_s + what};
}

QString nameOf(const Place& place)
{
    return QStringView(place.key).toString();
}

/// Rare characters of names may come from the private use area; everything else has to be
/// printable.
bool isPrintable(char32_t c)
{
    const auto category = QChar::category(c);
    return QChar::isPrint(c) || (category == QChar::Other_PrivateUse && c != 0xFFFF);
}

/// The field without its padding.
Result<QString> textAt(QByteArrayView block, const Place& place)
{
    QString text(place.length / 2, QChar(u' '));
    for (qsizetype i = 0; i < text.size(); ++i)
        text[i] = QChar(qFromLittleEndian<quint16>(block.data() + place.offset + 2 * i));
    while (text.endsWith(u' '))
        text.chop(1);
    if (!text.isValidUtf16())
        return unreadable(nameOf(place) + u" is not UTF-16"_s);
    for (const char32_t c : text.toUcs4()) {
        if (!isPrintable(c))
            return unreadable(nameOf(place) + u" holds a character that no card holds"_s);
    }
    if (text.startsWith(u' '))
        return unreadable(nameOf(place) + u" begins with a space"_s);
    return text;
}

Result<QDate> dateOf(const QString& text, const Place& place)
{
    static const QRegularExpression kDigits(u"^[0-9]{8}$"_s);
    const QDate date =
        kDigits.match(text).hasMatch() ? QDate::fromString(text, u"yyyyMMdd"_s) : QDate();
    if (!date.isValid())
        return unreadable(nameOf(place) + u" is no date"_s);
    return date;
}

/// As `fields` holds it.
Result<QString> valueOf(const QString& text, const Place& place)
{
    static const QRegularExpression kForeign(u"^[A-Z]{3}[0-9]{12}$"_s);
    switch (place.content) {
    case Content::Text:
        if (text.isEmpty())
            return unreadable(nameOf(place) + u" is empty"_s);
        return text;
    case Content::OptionalText:
        return text;
    case Content::Sex:
        if (text != u"1" && text != u"2")
            return unreadable(u"sex is neither 1 nor 2"_s);
        return text == u"1" ? u"男"_s : u"女"_s;
    case Content::Ethnicity: {
        const QString name = ethnicityName(text);
        return name.isEmpty() ? Result<QString>(unreadable(u"ethnicity has no such code"_s)) : name;
    }
    case Content::EndDate:
        if (text == u"长期")
            return u"long"_s;
        [[fallthrough]];
    case Content::Date: {
        const auto date = dateOf(text, place);
        return date ? Result<QString>(date->toString(Qt::ISODate)) : date.error();
    }
    case Content::CitizenNumber:
        // Exactly as the chip holds it: what an operator may type is more than what a card says.
        if (const auto number = CitizenNumber::parse(text); !number || number->text() != text)
            return unreadable(u"number fails its check"_s);
        return text;
    case Content::ForeignNumber:
        if (!kForeign.match(text).hasMatch())
            return unreadable(u"number is not three letters and twelve digits"_s);
        return text;
    }
    return unreadable(u"unknown content"_s);
}

Result<void> checkOrder(const IdChipText& chip)
{
    const auto at = [&chip](const QString& key) { return chip.fields.at(key); };
    // ISO dates and "long" sort as they should.
    if (at(u"birth"_s) >= at(u"validFrom"_s) || at(u"validFrom"_s) >= at(u"validTo"_s))
        return unreadable(u"dates out of order"_s);
    if (chip.kind == IdChipKind::ForeignResident)
        return {};
    const auto number = CitizenNumber::parse(at(u"number"_s));
    if (!number)
        return number.error();
    if (number->birthDate().toString(Qt::ISODate) != at(u"birth"_s))
        return unreadable(u"birth and number contradict each other"_s);
    if (number->isFemale() != (at(u"sex"_s) == u"女"))
        return unreadable(u"sex and number contradict each other"_s);
    return {};
}

Result<IdChipText> readPlaces(QByteArrayView block, IdChipKind kind, std::span<const Place> places)
{
    IdChipText chip;
    chip.kind = kind;
    for (const Place& place : places) {
        const auto text = textAt(block, place);
        if (!text)
            return text.error();
        const auto value = valueOf(*text, place);
        if (!value)
            return value.error();
        if (!value->isEmpty())
            chip.fields[nameOf(place)] = *value;
    }
    // Not every foreigner has a Chinese name; the one there is stands for the holder.
    if (kind == IdChipKind::ForeignResident && !chip.fields.contains(u"name"_s))
        chip.fields[u"name"_s] = chip.fields[u"latinName"_s];
    if (const auto checked = checkOrder(chip); !checked)
        return checked.error();
    return chip;
}

} // namespace

Result<IdChipText> parseIdChipText(QByteArrayView block)
{
    if (block.size() != kIdChipTextSize)
        return unreadable(u"not 256 bytes"_s);
    const auto type = qFromLittleEndian<quint16>(block.data() + kType.offset);
    switch (type) {
    case u' ':
    case 0: // cards of the first years hold nothing behind the last field
        return readPlaces(block, IdChipKind::Citizen, kCitizen);
    case u'I':
        return readPlaces(block, IdChipKind::ForeignResident, kForeignResident);
    case u'J':
        return readPlaces(block, IdChipKind::ResidencePermit, kResidencePermit);
    case u'Y':
        return unreadable(u"a permanent-resident card of 2023, whose layout is not known here"_s);
    default:
        return unreadable(u"a card of an unknown kind"_s);
    }
}

} // namespace handshake
