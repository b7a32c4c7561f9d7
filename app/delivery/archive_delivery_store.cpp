// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/archive_delivery_store.h"

#include "app/archive/archive.h"
#include "app/delivery/current_dossier.h"

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<StoredDossier> loadFrom(Archive& archive, const DossierId& id)
{
    const auto record = archive.dossier(id);
    if (!record)
        return record.error();
    const auto transfer = archive.transfer(id);
    if (!transfer)
        return transfer.error();
    if (transfer->state == TransferState::Receipted)
        return StoredDossier{*record, *transfer, {}};
    // Returned while it waited in the queue: only what is approved leaves the house.
    const auto isCurrent = isCurrentDossier(archive, *record);
    if (!isCurrent)
        return isCurrent.error();
    if (!*isCurrent && transfer->state != TransferState::AwaitingReceipt)
        return Error{ErrorCode::Conflict, u"the session was returned or has a newer dossier"_s,
                     id.text()};
    auto content = archive.blob(record->blob);
    if (!content)
        return content.error();
    if (content->size() != record->bytes || Sha256::of(*content) != record->sha256)
        return Error{ErrorCode::Corrupt, u"the kept dossier is not the one that was built"_s,
                     id.text()};
    return StoredDossier{*record, *transfer, *std::move(content)};
}

} // namespace

ArchiveDeliveryStore::ArchiveDeliveryStore(Archive& archive, OperatorId operatorId)
    : m_source([&archive]() -> Result<Archive*> { return &archive; })
    , m_operator(std::move(operatorId))
{
}

ArchiveDeliveryStore::ArchiveDeliveryStore(Archive& archive, OperatorId operatorId,
                                           SerialExecutor& executor)
    : ArchiveDeliveryStore([&archive]() -> Result<Archive*> { return &archive; },
                           std::move(operatorId), executor)
{
}

ArchiveDeliveryStore::ArchiveDeliveryStore(ArchiveSource source, OperatorId operatorId,
                                           SerialExecutor& executor)
    : m_source(std::move(source))
    , m_operator(std::move(operatorId))
    , m_executor(&executor)
{
}

template <typename Job>
auto ArchiveDeliveryStore::run(Job job) -> QFuture<std::invoke_result_t<Job&, Archive&>>
{
    using R = std::invoke_result_t<Job&, Archive&>;
    auto whole = [source = m_source, job = std::move(job)]() mutable -> R {
        const auto archive = source();
        if (!archive)
            return archive.error();
        return job(**archive);
    };
    if (m_executor)
        return m_executor->run(std::move(whole));
    return QtFuture::makeReadyFuture(async::guarded(whole));
}

QFuture<Result<std::vector<TransferRecord>>> ArchiveDeliveryStore::unsent()
{
    return run([](Archive& archive) { return unsentTransfers(archive); });
}

QFuture<Result<StoredDossier>> ArchiveDeliveryStore::load(const DossierId& dossier)
{
    return run([dossier](Archive& archive) { return loadFrom(archive, dossier); });
}

QFuture<Result<void>> ArchiveDeliveryStore::save(const TransferRecord& transfer)
{
    return run([transfer, who = m_operator](Archive& archive) -> Result<void> {
        // Where it is goes to the journal; that it is given up, and why, is an act to be audited.
        if (transfer.state != TransferState::Parked)
            return archive.saveTransfer(transfer);
        const AuditEvent event{u"dossier-parked"_s, transfer.dossier.text(), who};
        return archive.saveTransfer(transfer, &event);
    });
}

QFuture<Result<void>> ArchiveDeliveryStore::storeReceipt(const Receipt& receipt)
{
    return run([receipt, who = m_operator](Archive& archive) {
        return archive.storeReceipt(
            {receipt.dossier, receipt.jws, receipt.filingNumber, receipt.filedAt},
            {u"dossier-receipted"_s, receipt.dossier.text(), who});
    });
}

} // namespace handshake
