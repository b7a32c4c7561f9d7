// SPDX-License-Identifier: Apache-2.0
#include "app/filing/registration_number.h"

#include "app/filing/typed_number.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBody = RegistrationNumber::kLength - 1;

int checkDigit(QStringView body)
{
    constexpr int kDigits = 10;
    constexpr int kModulus = kDigits + 1;
    int product = kDigits;
    for (const QChar c : body) {
        const int sum = (product + (c.unicode() - u'0')) % kDigits;
        product = (sum == 0 ? kDigits : sum) * 2 % kModulus;
    }
    return (kModulus - product) % kDigits;
}

} // namespace

Result<RegistrationNumber> RegistrationNumber::parse(QStringView typed)
{
    const QString text = foldTypedNumber(typed);
    if (text.size() != kLength || !isDigits(text))
        return Error{ErrorCode::InvalidInput, u"registration number: 15 digits are expected"_s};
    if (text.back().unicode() - u'0' != checkDigit(QStringView(text).first(kBody)))
        return Error{ErrorCode::InvalidInput, u"registration number: check digit is wrong"_s};
    return RegistrationNumber(text);
}

} // namespace handshake
