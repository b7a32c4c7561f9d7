// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"
#include "app/vault/sealer.h"

#include <QString>

#include <vector>

namespace handshake {

/// What each photo looks like, of superseded ones too. The seal covers every column.
class FingerprintTable final
{
public:
    /// Both outlive the table.
    FingerprintTable(Database& database, Sealer& sealer);

    /// A row as it lies on the disk.
    struct Closed {
        ItemId item;
        SessionId session;
        SealedBytes sealed;
    };

    /// Inserts or replaces.
    Result<void> save(const FingerprintRecord& fingerprint);
    /// Of every session but this one.
    [[nodiscard]] Result<std::vector<Closed>> outside(const SessionId& session);
    /// Corrupt when the row is not what was written.
    [[nodiscard]] Result<FingerprintRecord> open(const Closed& row);
    /// NotFound, and as open().
    [[nodiscard]] Result<FingerprintRecord> find(const ItemId& item);

    /// How a row is named where damage is told, and back; NotFound for any other text. Not by the
    /// item alone: the photo is whole when only its fingerprint is damaged.
    [[nodiscard]] static QString objectName(const ItemId& item);
    [[nodiscard]] static Result<ItemId> itemOf(const QString& object);

private:
    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
