// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <optional>
#include <vector>

namespace handshake {

class Sealer;

/// The journal of deliveries: one transfer for each dossier, and the receipts that end them. Each
/// seal covers every column of its row.
class TransferTable final
{
public:
    /// Both outlive the table.
    TransferTable(Database& database, Sealer& sealer);

    /// Inserts or replaces.
    Result<void> save(const TransferRecord& transfer);
    [[nodiscard]] Result<std::optional<TransferRecord>> find(const DossierId& dossier);
    /// Oldest dossier first.
    [[nodiscard]] Result<std::vector<DossierId>> dossiers();

    Result<void> insertReceipt(const ReceiptRecord& receipt);
    [[nodiscard]] Result<std::optional<ReceiptRecord>> receipt(const DossierId& dossier);

private:
    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
