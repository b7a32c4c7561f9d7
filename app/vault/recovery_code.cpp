// SPDX-License-Identifier: Apache-2.0
#include "app/vault/recovery_code.h"

#include "app/core/sha256.h"
#include "app/vault/person_key.h"

#include <algorithm>
#include <string_view>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kBitsPerSign = 5;
constexpr qsizetype kCheckSize = 3;
constexpr qsizetype kSigns = RecoveryCode::kGroups * RecoveryCode::kGroupLength;
constexpr qsizetype kBytes = PersonKey::kSeedSize + kCheckSize;
static_assert(kSigns * kBitsPerSign == kBytes * 8);

/// -1 for what is no digit.
int digitOf(char sign)
{
    if (sign >= 'a' && sign <= 'z')
        sign = static_cast<char>(sign - 'a' + 'A');
    if (sign == 'O')
        sign = '0';
    if (sign == 'I' || sign == 'L')
        sign = '1';
    const auto place = kDigits.find(sign);
    return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

QByteArray checkOf(QByteArrayView seed)
{
    return Sha256::of(seed).bytes().first(kCheckSize);
}

} // namespace

SecretBytes RecoveryCode::write(const SecretBytes& seed)
{
    Q_ASSERT(seed.size() == PersonKey::kSeedSize);
    SecretBytes bytes(kBytes);
    std::copy_n(seed.data(), seed.size(), bytes.data());
    const QByteArray check = checkOf(seed.view());
    std::copy(check.begin(), check.end(), bytes.data() + seed.size());

    SecretBytes text(kSigns + kGroups - 1);
    qsizetype at = 0;
    for (qsizetype sign = 0; sign < kSigns; ++sign) {
        if (sign > 0 && sign % kGroupLength == 0)
            text.data()[at++] = '-';
        unsigned value = 0;
        for (qsizetype bit = sign * kBitsPerSign; bit < (sign + 1) * kBitsPerSign; ++bit)
            value = (value << 1U) | ((unsigned{bytes.data()[bit / 8]} >> (7 - bit % 8)) & 1U);
        text.data()[at++] = static_cast<unsigned char>(kDigits[value]);
    }
    return text;
}

Result<SecretBytes> RecoveryCode::read(const SecretBytes& text)
{
    SecretBytes bytes(kBytes);
    qsizetype signs = 0;
    for (const char sign : text.view()) {
        if (sign == ' ' || sign == '-' || sign == '\t' || sign == '\r' || sign == '\n')
            continue;
        const int digit = digitOf(sign);
        if (digit < 0)
            return Error{ErrorCode::InvalidInput, u"recovery code: a sign that it never has"_s,
                         QString::number(signs / kGroupLength + 1)};
        if (signs == kSigns)
            return Error{ErrorCode::InvalidInput, u"recovery code: too long"_s};
        for (int bit = 0; bit < kBitsPerSign; ++bit) {
            const qsizetype place = signs * kBitsPerSign + bit;
            if ((digit >> (kBitsPerSign - 1 - bit)) & 1)
                bytes.data()[place / 8] |= static_cast<unsigned char>(0x80U >> (place % 8));
        }
        ++signs;
    }
    if (signs < kSigns)
        return Error{ErrorCode::InvalidInput, u"recovery code: something is missing"_s,
                     QString::number(signs / kGroupLength + 1)};
    SecretBytes seed = SecretBytes::copyOf(bytes.view().first(PersonKey::kSeedSize));
    if (checkOf(seed.view()) != bytes.view().last(kCheckSize))
        return Error{ErrorCode::InvalidInput, u"recovery code: the check does not fit"_s};
    return seed;
}

} // namespace handshake
