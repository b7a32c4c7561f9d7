// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vault/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

namespace handshake {

/// Small content under one key: XChaCha20-Poly1305 (IETF) with a random nonce in front. The
/// context is authenticated, not stored.
class CellCipher final
{
public:
    static constexpr qsizetype kKeySize = 32;
    static constexpr qsizetype kNonceSize = 24;
    static constexpr qsizetype kTagSize = 16;

    /// `key` has kKeySize bytes and outlives this object.
    explicit CellCipher(const SecretBytes& key);

    /// Nonce, content, tag.
    [[nodiscard]] QByteArray seal(QByteArrayView plain, QByteArrayView context) const;
    /// Corrupt when altered, of another context, or closed with another key.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const;
    /// The same into memory for key material.
    [[nodiscard]] Result<SecretBytes> openSecret(QByteArrayView sealed,
                                                 QByteArrayView context) const;

private:
    [[nodiscard]] Result<void> openInto(unsigned char* plain, QByteArrayView sealed,
                                        QByteArrayView context) const;

    const SecretBytes& m_key;
};

} // namespace handshake
