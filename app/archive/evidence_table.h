// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <optional>
#include <vector>

namespace handshake {

class Sealer;

/// Rows of evidence. The seal of digest and details covers every column.
class EvidenceTable final
{
public:
    /// Both outlive the table.
    EvidenceTable(Database& database, Sealer& sealer);

    /// A current item of the same session, role, owner and ordinal becomes superseded first.
    Result<void> insertCurrent(const EvidenceRecord& evidence);
    /// Conflict when the item is superseded, NotFound when it does not exist in this session.
    Result<void> updateDetails(const ItemId& item, const SessionId& session,
                               const QByteArray& details);
    [[nodiscard]] Result<std::optional<EvidenceRecord>> find(const ItemId& item);
    /// Current items in the order of capture.
    [[nodiscard]] Result<std::vector<ItemId>> currentOf(const SessionId& session);

private:
    Result<void> supersede(const EvidenceRecord& successor);
    [[nodiscard]] Result<QByteArray> sealedContent(const EvidenceRecord& evidence);

    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
