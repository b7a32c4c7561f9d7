// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <QStringList>

#include <optional>

namespace handshake {

class Sealer;

/// Rows of sessions. The seal of the content covers every column.
class SessionTable final
{
public:
    /// Both outlive the table.
    SessionTable(Database& database, Sealer& sealer);

    Result<void> insert(const SessionRecord& session);
    /// NotFound, or Conflict when the stored revision is not `expectedRevision`.
    Result<void> update(const SessionRecord& session, qint64 expectedRevision);
    [[nodiscard]] Result<std::optional<SessionRecord>> find(const SessionId& id);
    /// Identifiers, last changed first: one damaged row does not hide the others.
    [[nodiscard]] Result<QStringList> ids();

private:
    [[nodiscard]] Result<QVariantList> sealedRow(const SessionRecord& session);

    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
