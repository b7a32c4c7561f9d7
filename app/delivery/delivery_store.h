// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/delivery/receipt.h"

#include <QByteArray>
#include <QFuture>

#include <vector>

namespace handshake {

/// All that sending a dossier takes.
struct StoredDossier {
    DossierRecord record;
    TransferRecord transfer;
    QByteArray content; ///< read back and verified against record.sha256; empty if receipted
};

/// Where the queue keeps what must survive a kill: which upload, how far, which receipt. A port:
/// answers come later, in order of the calls, so that the store may live on its own thread.
class DeliveryStore
{
public:
    DeliveryStore() = default;
    virtual ~DeliveryStore() = default;
    Q_DISABLE_COPY_MOVE(DeliveryStore)

    /// Every dossier that has to go and is not receipted yet, oldest first; parked ones included.
    virtual QFuture<Result<std::vector<TransferRecord>>> unsent() = 0;
    /// NotFound; Corrupt when the kept file is not what was built; Conflict when it is not what its
    /// session stands for any more.
    virtual QFuture<Result<StoredDossier>> load(const DossierId& dossier) = 0;
    /// Durable when it answers.
    virtual QFuture<Result<void>> save(const TransferRecord& transfer) = 0;
    /// Durable when it answers; the transfer and its session are then receipted too.
    virtual QFuture<Result<void>> storeReceipt(const Receipt& receipt) = 0;
};

} // namespace handshake
