// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"
#include "app/delivery/receipt_key.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

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

/// The receipt inside `jws` (compact serialisation, at most 64 KB), or why it is none:
/// Protocol: not a JWS, wrong `alg`, `typ` or form; Corrupt: no pinned key signed it; Conflict: a
/// true receipt, but of another dossier or of other bytes.
[[nodiscard]] Result<Receipt> verifyReceipt(const QByteArray& jws, const ReceiptKey& key,
                                            const DossierId& expected, const Sha256& sha256,
                                            qint64 bytes);

} // namespace handshake
