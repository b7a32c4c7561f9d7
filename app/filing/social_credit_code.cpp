// SPDX-License-Identifier: Apache-2.0
#include "app/filing/social_credit_code.h"

#include "app/filing/organisation_code.h"
#include "app/filing/typed_number.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBody = SocialCreditCode::kLength - 1;
constexpr qsizetype kRegionAt = 2;
constexpr qsizetype kRegionLength = 6;
constexpr qsizetype kOrganisationAt = 8;

/// The alphabet has no I O S V Z. A null character when `body` is not of it.
QChar checkCharacter(QStringView body)
{
    constexpr QStringView kAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr int kModulus = 31;
    int sum = 0;
    int weight = 1; // 3 to the power of the position, modulo 31
    for (qsizetype i = 0; i < kBody; ++i) {
        const auto value = static_cast<int>(kAlphabet.indexOf(body.at(i)));
        if (value < 0)
            return {};
        sum += value * weight;
        weight = weight * 3 % kModulus;
    }
    return kAlphabet.at((kModulus - sum % kModulus) % kModulus);
}

} // namespace

Result<SocialCreditCode> SocialCreditCode::parse(QStringView typed)
{
    const QString text = foldTypedNumber(typed);
    if (text.size() != kLength)
        return Error{ErrorCode::InvalidInput, u"credit code: 18 characters are expected"_s};
    const QStringView body = QStringView(text).first(kBody);
    const QChar check = checkCharacter(body);
    if (check.isNull())
        return Error{ErrorCode::InvalidInput, u"credit code: 0-9 and A-Z without I O S V Z"_s};
    if (!isDigits(body.sliced(kRegionAt, kRegionLength)))
        return Error{ErrorCode::InvalidInput, u"credit code: the region is six digits"_s};
    if (text.back() != check)
        return Error{ErrorCode::InvalidInput, u"credit code: check character is wrong"_s};
    const QStringView inner = body.sliced(kOrganisationAt, OrganisationCode::kLength);
    if (!OrganisationCode::parse(inner))
        return Error{ErrorCode::InvalidInput, u"credit code: organisation code inside is wrong"_s};
    return SocialCreditCode(text);
}

QString SocialCreditCode::organisationCode() const
{
    return m_text.sliced(kOrganisationAt, OrganisationCode::kLength);
}

} // namespace handshake
