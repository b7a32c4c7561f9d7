// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace handshake {

/// The provider's pinned public key (Ed25519), or several: the one in use and its successor.
class ReceiptKey final
{
public:
    /// Takes one of: 43 characters of base64url (bare or as a JSON string), a JWK, a JWK set, PEM
    /// (SubjectPublicKeyInfo, one or more blocks). Configuration when it is none of them.
    static Result<ReceiptKey> fromBytes(const QByteArray& bytes);
    /// Configuration, naming the file as the place, when there is no such file or no key in it.
    static Result<ReceiptKey> fromFile(const QString& path);

    struct One {
        QByteArray raw; ///< 32 bytes
        QString id;     ///< of a JWK with "kid"; empty: any id is taken, the signature decides
    };
    [[nodiscard]] const std::vector<One>& keys() const noexcept { return m_keys; }

private:
    explicit ReceiptKey(std::vector<One> keys);

    std::vector<One> m_keys; ///< never empty
};

} // namespace handshake
