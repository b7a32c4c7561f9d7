// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vault/passphrase_stretcher.h"
#include "app/vault/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

namespace handshake {

/// A secret under a passphrase: Argon2id, then XChaCha20-Poly1305.
struct WrappedKey {
    PassphraseCost cost{};
    QByteArray salt{};       ///< PassphraseCost::kSaltSize bytes
    QByteArray nonce{};      ///< 24 bytes
    QByteArray ciphertext{}; ///< the secret and 16 bytes more

    friend bool operator==(const WrappedKey&, const WrappedKey&) = default;

    [[nodiscard]] QJsonObject toJson() const;
    /// Corrupt when a member is missing or of another length, TooLarge for a cost over the ceiling.
    [[nodiscard]] static Result<WrappedKey> fromJson(const QJsonObject& object);
};

/// `context` says whose key it is and is bound to it, as with Sealer. Errors are those of
/// `stretcher`.
[[nodiscard]] Result<WrappedKey> wrapKey(const SecretBytes& secret, const SecretBytes& passphrase,
                                         PassphraseCost cost, QByteArrayView context,
                                         const PassphraseStretcher& stretcher);
/// Denied when the passphrase is wrong or something was altered: the two look alike.
[[nodiscard]] Result<SecretBytes> unwrapKey(const WrappedKey& wrapped,
                                            const SecretBytes& passphrase, QByteArrayView context,
                                            const PassphraseStretcher& stretcher);

} // namespace handshake
