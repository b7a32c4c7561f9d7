// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/result.h"

#include <QString>

#include <vector>

namespace handshake {

class Sealer;

/// Rows of orders as fetched from the provider. The seal covers every column.
class OrderTable final
{
public:
    /// Both outlive the table.
    OrderTable(Database& database, Sealer& sealer);

    /// Inserts or replaces.
    Result<void> save(const OrderRecord& order);
    [[nodiscard]] Result<std::vector<OrderId>> ofDate(const QString& date);
    [[nodiscard]] Result<OrderRecord> find(const OrderId& id);

private:
    Database& m_database;
    Sealer& m_sealer;
};

} // namespace handshake
