// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/delivery/delivery_store.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace handshake::test {

/// A journal in memory. Outlives the queues of a test as a disk outlives a program.
class MemoryDeliveryStore final : public DeliveryStore
{
public:
    void add(const StoredDossier& dossier) { m_dossiers.push_back(dossier); }

    StoredDossier& at(const DossierId& id)
    {
        return *std::find_if(m_dossiers.begin(), m_dossiers.end(),
                             [&](const StoredDossier& dossier) { return dossier.record.id == id; });
    }
    [[nodiscard]] std::vector<DossierId> ids() const
    {
        std::vector<DossierId> all;
        for (const StoredDossier& dossier : m_dossiers)
            all.push_back(dossier.record.id);
        return all;
    }

    QFuture<Result<std::vector<TransferRecord>>> unsent() override
    {
        std::vector<TransferRecord> transfers;
        for (const StoredDossier& dossier : m_dossiers) {
            if (dossier.transfer.state != TransferState::Receipted)
                transfers.push_back(dossier.transfer);
        }
        return ready<std::vector<TransferRecord>>(transfers);
    }
    QFuture<Result<StoredDossier>> load(const DossierId& id) override
    {
        const auto found =
            std::find_if(m_dossiers.begin(), m_dossiers.end(),
                         [&](const auto& dossier) { return dossier.record.id == id; });
        if (found == m_dossiers.end())
            return ready<StoredDossier>(Error{ErrorCode::NotFound, QStringLiteral("no dossier")});
        return ready<StoredDossier>(*found);
    }
    QFuture<Result<void>> save(const TransferRecord& transfer) override
    {
        ++saves;
        if (failure)
            return ready<void>(*failure);
        if (at(transfer.dossier).transfer.state == TransferState::Receipted) // as the archive
            return ready<void>(Error{ErrorCode::Conflict, QStringLiteral("receipted already")});
        at(transfer.dossier).transfer = transfer;
        return ready<void>({});
    }
    QFuture<Result<void>> storeReceipt(const Receipt& receipt) override
    {
        if (failure)
            return ready<void>(*failure);
        receipts.emplace(receipt.dossier, receipt);
        at(receipt.dossier).transfer.state = TransferState::Receipted;
        return ready<void>({});
    }

    std::optional<Error> failure; ///< of every write
    int saves = 0;
    std::map<DossierId, Receipt> receipts;

private:
    template <typename T>
    static QFuture<Result<T>> ready(Result<T> result)
    {
        return QtFuture::makeReadyFuture(std::move(result));
    }

    std::vector<StoredDossier> m_dossiers;
};

} // namespace handshake::test
