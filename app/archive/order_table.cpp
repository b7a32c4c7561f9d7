// SPDX-License-Identifier: Apache-2.0
#include "app/archive/order_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QByteArray contextOf(const OrderRecord& order)
{
    return CanonicalFields().add("orders.sealed").add(order.id.text()).add(order.date).bytes();
}

} // namespace

OrderTable::OrderTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<void> OrderTable::save(const OrderRecord& order)
{
    const Result<SealedBytes> sealed = m_sealer.seal(order.content, contextOf(order));
    if (!sealed)
        return sealed.error();
    const Result<qint64> saved = m_database.change(
        u"INSERT INTO orders (id, date, sealed) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET date = excluded.date, sealed = excluded.sealed"_s,
        {order.id.text(), row::text(order.date), sealed->bytes()});
    return saved ? Result<void>() : saved.error().at(order.id.text());
}

Result<std::vector<OrderId>> OrderTable::ofDate(const QString& date)
{
    return row::ids<OrderId>(m_database.select(
        u"SELECT id FROM orders WHERE date = ? ORDER BY id"_s, {row::text(date)}));
}

Result<OrderRecord> OrderTable::find(const OrderId& id)
{
    const auto stored =
        m_database.selectOne(u"SELECT date, sealed FROM orders WHERE id = ?"_s, {id.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorCode::NotFound, u"no such order"_s, id.text()};
    OrderRecord record{.id = id, .date = (*stored)->at(0).toString(), .content = {}};
    Result<QByteArray> content =
        row::opened(m_sealer, (*stored)->at(1), contextOf(record), id.text());
    if (!content)
        return content.error();
    record.content = *std::move(content);
    return record;
}

} // namespace handshake
