// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <optional>
#include <vector>

namespace handshake {

class Sealer;

/// Rows of frozen dossiers: inserted, never changed. The seal covers every column.
class DossierTable final
{
public:
    /// Both outlive the table.
    DossierTable(Database& database, Sealer& sealer);

    Result<void> insert(const DossierRecord& dossier);
    [[nodiscard]] Result<std::optional<DossierRecord>> find(const DossierId& id);
    /// Oldest first: the last one is the session's current dossier.
    [[nodiscard]] Result<std::vector<DossierId>> ofSession(const SessionId& session);

private:
    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
