// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <vector>

namespace handshake {

class Sealer;

/// Rows of closed days. The seal covers every column.
class DayClosingTable final
{
public:
    /// Both outlive the table.
    DayClosingTable(Database& database, Sealer& sealer);

    /// InvalidInput without a day or a time.
    Result<void> insert(const DayClosing& closing);
    /// Row numbers, in the order of closing.
    [[nodiscard]] Result<std::vector<qint64>> ofDay(const QDate& day);
    /// NotFound; Corrupt when the row is not what was written.
    [[nodiscard]] Result<DayClosing> find(qint64 number);

    /// How a row is named where damage is told, and back; NotFound for any other text.
    [[nodiscard]] static QString objectName(qint64 number);
    [[nodiscard]] static Result<qint64> numberOf(const QString& object);

private:
    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
