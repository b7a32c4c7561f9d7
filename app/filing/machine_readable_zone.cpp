// SPDX-License-Identifier: Apache-2.0
#include "app/filing/machine_readable_zone.h"

#include <algorithm>
#include <array>
#include <span>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

using Format = MachineReadableZone::Format;
using Place = MachineReadableZone::Place;

/// A stretch of one line.
struct Span {
    int line = 0;
    int from = 0;
    int length = 0;
    Place place = Place::Either;
};

/// Where a format keeps what (Doc 9303-4 §4.2, -5 §4.2, -6 §4.2).
struct Layout {
    Format format;
    int lines;
    int length;
    Span code, issuer, names, number, numberCheck, nationality, birth, birthCheck, sex, expiry,
        expiryCheck, optional, optionalCheck, composite;
    std::array<Span, 4> checked; ///< what the composite check digit is over
    Span optional2{};            ///< of cards, in the second line
};

constexpr Span kNowhere{};

/// Passports and the small two-line format differ in length and optional data alone.
constexpr Layout twoLines(Format format, int length, Span optional, Span optionalCheck)
{
    return {.format = format,
            .lines = 2,
            .length = length,
            .code = {0, 0, 2, Place::Letter},
            .issuer = {0, 2, 3, Place::Letter},
            .names = {0, 5, length - 5, Place::Letter},
            .number = {1, 0, 9},
            .numberCheck = {1, 9, 1, Place::Digit},
            .nationality = {1, 10, 3, Place::Letter},
            .birth = {1, 13, 6, Place::Digit},
            .birthCheck = {1, 19, 1, Place::Digit},
            .sex = {1, 20, 1, Place::Letter},
            .expiry = {1, 21, 6, Place::Digit},
            .expiryCheck = {1, 27, 1, Place::Digit},
            .optional = optional,
            .optionalCheck = optionalCheck,
            .composite = {1, length - 1, 1, Place::Digit},
            .checked = {Span{1, 0, 10}, Span{1, 13, 7}, Span{1, 21, length - 22}, kNowhere}};
}

constexpr std::array kLayouts{
    twoLines(Format::Td3, 44, {1, 28, 14}, {1, 42, 1, Place::Digit}),
    twoLines(Format::Td2, 36, {1, 28, 7}, kNowhere),
    Layout{.format = Format::Td1,
           .lines = 3,
           .length = 30,
           .code = {0, 0, 2, Place::Letter},
           .issuer = {0, 2, 3, Place::Letter},
           .names = {2, 0, 30, Place::Letter},
           .number = {0, 5, 9},
           .numberCheck = {0, 14, 1, Place::Digit},
           .nationality = {1, 15, 3, Place::Letter},
           .birth = {1, 0, 6, Place::Digit},
           .birthCheck = {1, 6, 1, Place::Digit},
           .sex = {1, 7, 1, Place::Letter},
           .expiry = {1, 8, 6, Place::Digit},
           .expiryCheck = {1, 14, 1, Place::Digit},
           .optional = {0, 15, 15},
           .optionalCheck = kNowhere,
           .composite = {1, 29, 1, Place::Digit},
           .checked = {Span{0, 5, 25}, Span{1, 0, 7}, Span{1, 8, 7}, Span{1, 18, 11}},
           .optional2 = {1, 18, 11}},
};

Error wrong(const QString& what)
{
    return {ErrorCode::InvalidInput, u"machine-readable zone: "_s + what};
}

std::optional<int> valueOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'A' && c <= u'Z')
        return c.unicode() - u'A' + 10;
    return c == u'<' ? std::optional(0) : std::nullopt;
}

/// Pairs that OCR-B's readers confuse: letter, digit.
constexpr std::array<std::array<char16_t, 2>, 7> kConfused{{{u'O', u'0'},
                                                            {u'I', u'1'},
                                                            {u'Z', u'2'},
                                                            {u'S', u'5'},
                                                            {u'B', u'8'},
                                                            {u'G', u'6'},
                                                            {u'Q', u'0'}}};

QChar fitting(QChar read, Place place)
{
    const bool isDigit = read >= u'0' && read <= u'9';
    const bool isLetter = read >= u'A' && read <= u'Z';
    for (const auto& [letter, digit] : kConfused) {
        if (place == Place::Digit && isLetter && read == letter)
            return digit;
        if (place == Place::Letter && isDigit && read == digit)
            return letter;
    }
    return read;
}

/// The lines while they are taken apart.
class Zone
{
public:
    explicit Zone(QStringList lines)
        : m_lines(std::move(lines))
    {
    }

    /// What stands at `span`, confused characters exchanged for good.
    QString take(const Span& span)
    {
        QString text;
        for (int i = 0; i < span.length; ++i) {
            QChar& c = m_lines[span.line][span.from + i];
            const QChar better = fitting(c, span.place);
            m_exchanged += better != c ? 1 : 0;
            c = better;
            text += c;
        }
        return text;
    }

    [[nodiscard]] QString together(std::span<const Span> spans) const
    {
        QString text;
        for (const Span& span : spans)
            text += QStringView(m_lines.at(span.line)).sliced(span.from, span.length);
        return text;
    }

    [[nodiscard]] int exchanged() const { return m_exchanged; }

private:
    QStringList m_lines;
    int m_exchanged = 0;
};

bool fits(QStringView field, QChar check)
{
    return MachineReadableZone::checkDigit(field) == check;
}

QString withoutFillers(const QString& text)
{
    QString spaced = text;
    spaced.replace(u'<', u' ');
    return spaced.simplified();
}

/// Two-digit years: of `latest`, the last year that may be meant.
Result<QDate> dateOf(const QString& text, int latest, const QString& field, bool mayBeUnknown)
{
    if (mayBeUnknown && text.contains(u'<'))
        return QDate();
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (!std::all_of(text.begin(), text.end(), isDigit))
        return wrong(field + u" is no date"_s);
    const QStringView view(text);
    int year = latest - latest % 100 + view.first(2).toInt();
    if (year > latest)
        year -= 100;
    const QDate date(year, view.sliced(2, 2).toInt(), view.last(2).toInt());
    return date.isValid() ? Result<QDate>(date) : wrong(field + u" is no date"_s);
}

Result<const Layout*> layoutFor(const QStringList& lines)
{
    for (const Layout& layout : kLayouts) {
        const auto isLong = [&](const QString& line) { return line.size() == layout.length; };
        if (lines.size() == layout.lines && std::all_of(lines.begin(), lines.end(), isLong))
            return &layout;
    }
    return wrong(u"number or length of the lines is of no format"_s);
}

} // namespace

std::optional<QChar> MachineReadableZone::checkDigit(QStringView field)
{
    constexpr std::array kWeights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const auto value = valueOf(field.at(i));
        if (!value)
            return std::nullopt;
        sum += *value * kWeights.at(static_cast<std::size_t>(i) % kWeights.size());
    }
    return QChar(u'0' + sum % 10);
}

Result<MachineReadableZone> MachineReadableZone::parse(const QStringList& lines, QDate today)
{
    constexpr int kLongestValidity = 50; // years; two digits cannot say more
    const auto layout = layoutFor(lines);
    if (!layout)
        return layout.error();
    const Layout& at = **layout;
    for (const QString& line : lines) {
        if (!checkDigit(line))
            return wrong(u"a character that no zone holds"_s);
    }
    Zone text(lines);
    MachineReadableZone zone;
    zone.m_format = at.format;
    zone.m_documentCode = withoutFillers(text.take(at.code));
    zone.m_issuer = withoutFillers(text.take(at.issuer));
    zone.m_nationality = withoutFillers(text.take(at.nationality));
    QString number = text.take(at.number);
    const QString sex = text.take(at.sex);
    const QString birth = text.take(at.birth);
    const QString expiry = text.take(at.expiry);
    QString optional = text.take(at.optional);

    // A card's longer number goes on in the optional data, its check digit behind it (9303-5
    // §4.2.2).
    QString numberCheck = text.take(at.numberCheck);
    if (at.format == Format::Td1 && numberCheck == u"<") {
        const qsizetype end = optional.indexOf(u'<');
        if (end < 2)
            return wrong(u"number has no check digit"_s);
        number += QStringView(optional).first(end - 1);
        numberCheck = optional.at(end - 1);
        optional = optional.sliced(end);
    }
    if (!fits(number, numberCheck.front()))
        return wrong(u"number fails its check"_s);
    if (!fits(birth, text.take(at.birthCheck).front()))
        return wrong(u"birth fails its check"_s);
    if (!fits(expiry, text.take(at.expiryCheck).front()))
        return wrong(u"expiry fails its check"_s);
    if (at.optionalCheck.length > 0) {
        const QChar check = text.take(at.optionalCheck).front();
        const bool isEmpty = withoutFillers(optional).isEmpty();
        if (!fits(optional, check) && !(isEmpty && check == u'<'))
            return wrong(u"optional data fails its check"_s);
    }
    const QString composite = text.take(at.composite);
    if (!fits(text.together(at.checked), composite.front()))
        return wrong(u"the whole fails its check"_s);

    const auto birthDate = dateOf(birth, today.year(), u"birth"_s, true);
    if (!birthDate)
        return birthDate.error();
    const auto expiryDate = dateOf(expiry, today.year() + kLongestValidity, u"expiry"_s, false);
    if (!expiryDate)
        return expiryDate.error();
    zone.m_birth = *birthDate;
    zone.m_expiry = *expiryDate;
    zone.m_number = number.remove(u'<');
    if (zone.m_number.isEmpty())
        return wrong(u"number is empty"_s);
    zone.m_sex = sex == u"M" || sex == u"F" ? sex.front() : QChar(u'X');
    zone.m_optional = withoutFillers(optional + text.take(at.optional2));
    const QString names = text.take(at.names);
    const qsizetype cut = names.indexOf(u"<<"_s);
    zone.m_surname = withoutFillers(cut < 0 ? names : names.first(cut));
    zone.m_givenNames = cut < 0 ? QString() : withoutFillers(names.sliced(cut));
    zone.m_exchanged = text.exchanged();
    return zone;
}

} // namespace handshake
