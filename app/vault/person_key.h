// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vault/fixed_bytes.h"
#include "app/vault/sealer.h"
#include "app/vault/secret_bytes.h"

#include <QByteArrayView>

namespace handshake {

/// What others know of a person's keys.
struct PersonPublicKeys {
    SealingPublicKey sealing;
    SigningPublicKey signing;

    friend bool operator==(const PersonPublicKeys&, const PersonPublicKeys&) = default;
};

/// Both key pairs of one person, or of the recovery sheet: all from one seed of 32 bytes. Moves,
/// never copies.
class PersonKey final
{
public:
    static constexpr qsizetype kSeedSize = 32;

    [[nodiscard]] static PersonKey generate();
    /// InvalidInput for a seed of another length.
    [[nodiscard]] static Result<PersonKey> fromSeed(SecretBytes seed);

    [[nodiscard]] const SecretBytes& seed() const noexcept { return m_seed; }
    [[nodiscard]] const PersonPublicKeys& publicKeys() const noexcept { return m_public; }

    /// What was closed with sealTo() for this person; Denied when it was for somebody else or is
    /// damaged: the two look alike.
    [[nodiscard]] Result<SecretBytes> open(const SealedBytes& sealed) const;
    [[nodiscard]] Signature sign(QByteArrayView message) const;

private:
    explicit PersonKey(SecretBytes seed);

    SecretBytes m_seed;
    SecretBytes m_sealing;
    SecretBytes m_signing;
    PersonPublicKeys m_public;
};

/// Closes a key for one person (libsodium sealed box: X25519, XSalsa20-Poly1305). Whoever closed it
/// cannot open it.
[[nodiscard]] Result<SealedBytes> sealTo(const SealingPublicKey& person, const SecretBytes& key);

[[nodiscard]] bool isSignedBy(const SigningPublicKey& person, QByteArrayView message,
                              const Signature& signature);

} // namespace handshake
