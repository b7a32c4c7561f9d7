// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <vector>

namespace handshake {

class Sealer;

/// What each photo looks like, of superseded ones too. The seal covers every column.
class FingerprintTable final
{
public:
    /// Both outlive the table.
    FingerprintTable(Database& database, Sealer& sealer);

    /// Inserts or replaces.
    Result<void> save(const FingerprintRecord& fingerprint);
    /// Of every session but this one.
    [[nodiscard]] Result<std::vector<ItemId>> outside(const SessionId& session);
    [[nodiscard]] Result<FingerprintRecord> find(const ItemId& item);

private:
    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
