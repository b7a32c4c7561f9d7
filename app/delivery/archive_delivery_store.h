// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/async.h"
#include "app/core/serial_executor.h"
#include "app/core/strong_id.h"
#include "app/delivery/delivery_store.h"

#include <functional>
#include <type_traits>

namespace handshake {

class Archive;

/// The delivery journal in the counter's archive.
class ArchiveDeliveryStore final : public DeliveryStore
{
public:
    /// Opens the archive when it is first needed; called on the archive's thread only.
    using ArchiveSource = std::function<Result<Archive*>()>;

    /// Used in the archive's own thread: every call blocks until the disk has confirmed (the
    /// command line). `archive` outlives this object.
    ArchiveDeliveryStore(Archive& archive, OperatorId operatorId);
    /// Used from any thread: the archive is touched on `executor` only, the thread that opened it.
    /// Both outlive this object and its jobs.
    ArchiveDeliveryStore(Archive& archive, OperatorId operatorId, SerialExecutor& executor);
    /// The same for an archive that is not open yet. What `source`
    /// refers to, and the executor, outlive this object and its jobs.
    ArchiveDeliveryStore(ArchiveSource source, OperatorId operatorId, SerialExecutor& executor);

    QFuture<Result<std::vector<TransferRecord>>> unsent() override;
    QFuture<Result<StoredDossier>> load(const DossierId& dossier) override;
    QFuture<Result<void>> save(const TransferRecord& transfer) override;
    QFuture<Result<void>> storeReceipt(const Receipt& receipt) override;

private:
    /// Runs `job(archive)` where the archive may be touched.
    template <typename Job>
    auto run(Job job) -> QFuture<std::invoke_result_t<Job&, Archive&>>;

    ArchiveSource m_source;
    OperatorId m_operator;
    SerialExecutor* m_executor = nullptr;
};

} // namespace handshake
