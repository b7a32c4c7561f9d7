// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace handshake {

/// The provider's word that a dossier is filed (contract.md, "The provider's server"). One that
/// verifyReceipt() returned is signed by the pinned key and speaks of the dossier asked about.
struct Receipt {
    DossierId dossier;
    Sha256 sha256; ///< of the file as it was uploaded
    qint64 bytes = 0;
    QString filingNumber;
    QDateTime filedAt;        ///< UTC, the server's clock
    qint64 auditSequence = 0; ///< the audit checkpoint the dossier's manifest carries
    Sha256 auditHash;
    QString keyId;
    QByteArray jws; ///< as received, without surrounding white space: what is stored
};

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

/// The receipt inside `jws` (compact serialisation, at most 64 KB), or why it is none:
/// Protocol: not a JWS, wrong `alg`, `typ` or form; Corrupt: no pinned key signed it; Conflict: a
/// true receipt, but of another dossier or of other bytes.
[[nodiscard]] Result<Receipt> verifyReceipt(const QByteArray& jws, const ReceiptKey& key,
                                            const DossierId& expected, const Sha256& sha256,
                                            qint64 bytes);

} // namespace handshake
