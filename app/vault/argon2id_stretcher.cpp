// SPDX-License-Identifier: Apache-2.0
#include "app/vault/argon2id_stretcher.h"

#include "app/vault/sodium_p.h"

namespace handshake {

using namespace Qt::StringLiterals;
using namespace sodium;

Result<SecretBytes> Argon2idStretcher::stretch(const SecretBytes& passphrase, QByteArrayView salt,
                                               PassphraseCost cost) const
{
    static_assert(PassphraseCost::kSaltSize == crypto_pwhash_argon2id_SALTBYTES);
    if (cost.isBelowFloor())
        return Error{ErrorCode::Denied, u"passphrase: less work than the floor"_s};
    if (cost.isAboveCeiling())
        return Error{ErrorCode::TooLarge, u"passphrase: more work than a key file of ours asks"_s};
    if (passphrase.isEmpty() || salt.size() != PassphraseCost::kSaltSize)
        return Error{ErrorCode::InvalidInput, u"passphrase: empty, or a salt of another length"_s};
    SecretBytes key(kKeySize);
    const int failed = crypto_pwhash_argon2id(
        key.data(), static_cast<unsigned long long>(key.size()), passphrase.view().data(),
        static_cast<unsigned long long>(passphrase.size()),
        reinterpret_cast<const unsigned char*>(salt.data()), cost.passes,
        static_cast<std::size_t>(cost.memoryBytes), crypto_pwhash_argon2id_ALG_ARGON2ID13);
    if (failed != 0)
        return Error{ErrorCode::Unavailable, u"passphrase: no memory for the work it takes"_s};
    return key;
}

} // namespace handshake
