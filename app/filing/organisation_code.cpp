// SPDX-License-Identifier: Apache-2.0
#include "app/filing/organisation_code.h"

#include "app/filing/typed_number.h"

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBody = OrganisationCode::kLength - 1;

/// The check character of eight characters 0-9A-Z; a null character when they are not.
QChar checkCharacter(QStringView body)
{
    constexpr QStringView kAlphabet = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::array kWeights{3, 7, 9, 10, 5, 8, 4, 2};
    constexpr int kModulus = 11;
    int sum = 0;
    for (qsizetype i = 0; i < kBody; ++i) {
        const auto value = static_cast<int>(kAlphabet.indexOf(body.at(i)));
        if (value < 0)
            return {};
        sum += value * kWeights.at(static_cast<std::size_t>(i));
    }
    const int check = (kModulus - sum % kModulus) % kModulus;
    return check == 10 ? QChar(u'X') : QChar(static_cast<char16_t>(u'0' + check));
}

} // namespace

Result<OrganisationCode> OrganisationCode::parse(QStringView typed)
{
    const QString text = foldTypedNumber(typed);
    if (text.size() != kLength)
        return Error{ErrorCode::InvalidInput, u"organisation code: 9 characters are expected"_s};
    const QStringView body = QStringView(text).first(kBody);
    const QChar check = checkCharacter(body);
    if (check.isNull())
        return Error{ErrorCode::InvalidInput, u"organisation code: only 0-9 and A-Z"_s};
    if (text.back() != check)
        return Error{ErrorCode::InvalidInput, u"organisation code: check character is wrong"_s};
    return OrganisationCode(body.toString() + u'-' + check);
}

} // namespace handshake
