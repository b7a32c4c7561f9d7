// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <optional>
#include <vector>

namespace handshake {

class Sealer;

/// Results of dossiers: inserted, never changed; and how far they were read. Each seal covers every
/// column of its row.
class ResultTable final
{
public:
    /// Both outlive the table.
    ResultTable(Database& database, Sealer& sealer);

    Result<void> insert(const ResultRecord& result);
    /// By what was signed.
    [[nodiscard]] Result<std::optional<ResultRecord>> find(const Sha256& identity);
    /// In the order of their coming.
    [[nodiscard]] Result<std::vector<Sha256>> ofDossier(const DossierId& dossier);

    Result<void> saveCursor(const ResultCursor& cursor);
    [[nodiscard]] Result<std::optional<ResultCursor>> cursor();

private:
    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
