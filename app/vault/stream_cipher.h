// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/vault/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

namespace handshake {

/// Large content under one key: libsodium's secretstream (XChaCha20-Poly1305) in pieces of 64 KiB,
/// the last one marked, so that neither a cut nor a swap of pieces passes. The context is
/// authenticated with every piece, not stored.
class StreamCipher final
{
public:
    static constexpr qsizetype kKeySize = 32;
    static constexpr qsizetype kPiece = 64 * 1024;

    /// `key` has kKeySize bytes and outlives this object.
    explicit StreamCipher(const SecretBytes& key);

    [[nodiscard]] QByteArray seal(QByteArrayView plain, QByteArrayView context) const;
    /// Corrupt when altered, cut, lengthened, of another context, or closed with another key.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView context) const;

private:
    const SecretBytes& m_key;
};

} // namespace handshake
