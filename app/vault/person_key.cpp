// SPDX-License-Identifier: Apache-2.0
#include "app/vault/person_key.h"

#include "app/vault/sodium_p.h"

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;
using namespace sodium;

namespace {

constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "HDPERSON"; // NOLINT: as libsodium takes it
constexpr quint64 kSealingKey = 1;
constexpr quint64 kSigningKey = 2;

SecretBytes derived(const SecretBytes& seed, quint64 which)
{
    SecretBytes key(PersonKey::kSeedSize);
    crypto_kdf_derive_from_key(key.data(), static_cast<std::size_t>(key.size()), which, kContext,
                               seed.data());
    return key;
}

} // namespace

PersonKey::PersonKey(SecretBytes seed)
    : m_seed(std::move(seed))
    , m_sealing(crypto_box_SECRETKEYBYTES)
    , m_signing(crypto_sign_SECRETKEYBYTES)
{
    static_assert(kSeedSize == crypto_kdf_KEYBYTES && kSeedSize == crypto_box_SEEDBYTES &&
                  kSeedSize == crypto_sign_SEEDBYTES);
    crypto_box_seed_keypair(m_public.sealing.data(), m_sealing.data(),
                            derived(m_seed, kSealingKey).data());
    crypto_sign_seed_keypair(m_public.signing.data(), m_signing.data(),
                             derived(m_seed, kSigningKey).data());
}

PersonKey PersonKey::generate()
{
    return PersonKey(randomKey());
}

Result<PersonKey> PersonKey::fromSeed(SecretBytes seed)
{
    if (seed.size() != kSeedSize)
        return Error{ErrorCode::InvalidInput, u"person's key: a seed of another length"_s};
    return PersonKey(std::move(seed));
}

Result<SecretBytes> PersonKey::open(const SealedBytes& sealed) const
{
    const QByteArrayView bytes(sealed.bytes());
    const qsizetype size = bytes.size() - static_cast<qsizetype>(crypto_box_SEALBYTES);
    if (size <= 0)
        return Error{ErrorCode::Denied, u"person's key: nothing that was sealed to somebody"_s};
    SecretBytes key(size);
    const int failed =
        crypto_box_seal_open(key.data(), raw(bytes), static_cast<unsigned long long>(bytes.size()),
                             m_public.sealing.data(), m_sealing.data());
    if (failed != 0)
        return Error{ErrorCode::Denied, u"person's key: sealed to somebody else, or damaged"_s};
    return key;
}

Signature PersonKey::sign(QByteArrayView message) const
{
    static_assert(Signature::kSize == crypto_sign_BYTES);
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, raw(message),
                         static_cast<unsigned long long>(message.size()), m_signing.data());
    return signature;
}

Result<SealedBytes> sealTo(const SealingPublicKey& person, const SecretBytes& key)
{
    QByteArray sealed(key.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    const int failed = crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()), key.data(),
                                       static_cast<unsigned long long>(key.size()), person.data());
    if (failed != 0) // a point of small order: no key that was ever generated
        return Error{ErrorCode::InvalidInput, u"person's key: not a public key"_s};
    return SealedBytes(std::move(sealed));
}

bool isSignedBy(const SigningPublicKey& person, QByteArrayView message, const Signature& signature)
{
    return crypto_sign_verify_detached(signature.data(), raw(message),
                                       static_cast<unsigned long long>(message.size()),
                                       person.data()) == 0;
}

} // namespace handshake
