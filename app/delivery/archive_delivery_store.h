// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/async.h"
#include "app/core/serial_executor.h"
#include "app/core/strong_id.h"
#include "app/delivery/delivery_store.h"

namespace handshake {

class Archive;

/// The delivery journal in the counter's archive.
class ArchiveDeliveryStore final : public DeliveryStore
{
public:
    /// Used in the archive's own thread: every call blocks until the disk has confirmed (the
    /// command line). `archive` outlives this object.
    ArchiveDeliveryStore(Archive& archive, OperatorId operatorId);
    /// Used from any thread: the archive is touched on `executor`, the thread that opened it (the
    /// window). Both outlive this object, and `archive` outlives the executor's jobs.
    ArchiveDeliveryStore(Archive& archive, OperatorId operatorId, SerialExecutor& executor);

    QFuture<Result<std::vector<TransferRecord>>> unsent() override;
    QFuture<Result<StoredDossier>> load(const DossierId& dossier) override;
    QFuture<Result<void>> save(const TransferRecord& transfer) override;
    QFuture<Result<void>> storeReceipt(const Receipt& receipt) override;

private:
    template <typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job&>>;

    Archive& m_archive;
    OperatorId m_operator;
    SerialExecutor* m_executor = nullptr;
};

} // namespace handshake
