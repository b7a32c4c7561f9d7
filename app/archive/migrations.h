// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QString>

namespace handshake {

class Database;

/// What bringing a store up to date needs to know.
struct MigrationPlan {
    QString folder; ///< files 001_name.sql, 002_name.sql, ... without gaps
    QString copies; ///< where the copy made beforehand goes; made if absent
    QDateTime now;  ///< UTC
    int keepCopyDays = 30;
};

/// Brings the database to the newest version, each step one transaction with its number; before the
/// first step an existing database is copied (rule 10). Returns the version.
///
/// Configuration when a newer program wrote the database or the files are not in order; Unreadable
/// when it is not a store. In a migration file an empty line ends a statement.
Result<int> migrate(Database& database, const MigrationPlan& plan);

} // namespace handshake
