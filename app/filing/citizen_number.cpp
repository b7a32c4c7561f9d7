// SPDX-License-Identifier: Apache-2.0
#include "app/filing/citizen_number.h"

#include "app/filing/typed_number.h"

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBody = CitizenNumber::kLength - 1;
constexpr qsizetype kRegionLength = 6;
constexpr qsizetype kBirthLength = 8;

QChar checkCharacter(QStringView body)
{
    constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr QStringView kCheck = u"10X98765432";
    int sum = 0;
    for (qsizetype i = 0; i < kBody; ++i)
        sum += (body.at(i).unicode() - u'0') * kWeights.at(static_cast<std::size_t>(i));
    return kCheck.at(sum % kCheck.size());
}

QDate birthDateIn(QStringView text)
{
    const QStringView digits = text.sliced(kRegionLength, kBirthLength);
    return {digits.first(4).toInt(), digits.sliced(4, 2).toInt(), digits.last(2).toInt()};
}

} // namespace

Result<CitizenNumber> CitizenNumber::parse(QStringView typed)
{
    const QString text = foldTypedNumber(typed);
    if (text.size() != kLength)
        return Error{ErrorCode::InvalidInput, u"citizen number: 18 characters are expected"_s};
    const QStringView body = QStringView(text).first(kBody);
    if (!isDigits(body))
        return Error{ErrorCode::InvalidInput, u"citizen number: 17 digits are expected"_s};
    if (!birthDateIn(text).isValid())
        return Error{ErrorCode::InvalidInput, u"citizen number: no such birth date"_s};
    if (text.back() != checkCharacter(body))
        return Error{ErrorCode::InvalidInput, u"citizen number: check character is wrong"_s};
    return CitizenNumber(text);
}

QDate CitizenNumber::birthDate() const
{
    return birthDateIn(m_text);
}

bool CitizenNumber::isFemale() const
{
    constexpr qsizetype kSequenceEnd = 16;
    return (m_text.at(kSequenceEnd).unicode() - u'0') % 2 == 0;
}

int CitizenNumber::region() const
{
    return QStringView(m_text).first(kRegionLength).toInt();
}

int CitizenNumber::ageOn(QDate day) const
{
    const QDate birth = birthDate();
    const bool birthdayPassed =
        day.month() > birth.month() || (day.month() == birth.month() && day.day() >= birth.day());
    return day.year() - birth.year() - (birthdayPassed ? 0 : 1);
}

} // namespace handshake
