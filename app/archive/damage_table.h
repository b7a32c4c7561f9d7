// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace handshake {

/// "blob-missing", "row-corrupt", ...: as in the audit chain and in logs.
[[nodiscard]] QString damageName(Damage::Kind kind);

/// Rows of damage that was found, so that each is entered in the audit chain once and stays known
/// after a restart; and the question which rows name which blobs.
class DamageTable final
{
public:
    /// `database` outlives the table.
    explicit DamageTable(Database& database);

    [[nodiscard]] Result<std::vector<Damage>> all();
    Result<void> insert(const Damage& damage, const QDateTime& foundAt);
    Result<void> remove(const Damage& damage);

    /// A row that names a blob; `blob` as it stands there, which may be no blob's name at all.
    struct BlobUse {
        QString blob;
        QString object; ///< item or dossier id
        std::optional<SessionId> session;
    };
    [[nodiscard]] Result<std::vector<BlobUse>> blobUses();

private:
    Database& m_database;
};

} // namespace handshake
