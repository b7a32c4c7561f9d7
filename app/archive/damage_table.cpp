// SPDX-License-Identifier: Apache-2.0
#include "app/archive/damage_table.h"

#include "app/archive/row_values.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

std::optional<SessionId> sessionFrom(const QVariant& value)
{
    const Result<SessionId> session = SessionId::parse(value.toString());
    return session ? std::optional<SessionId>(*session) : std::nullopt;
}

} // namespace

QString damageName(Damage::Kind kind)
{
    switch (kind) {
    case Damage::Kind::BlobMissing:
        return u"blob-missing"_s;
    case Damage::Kind::BlobCorrupt:
        return u"blob-corrupt"_s;
    case Damage::Kind::RowCorrupt:
        return u"row-corrupt"_s;
    case Damage::Kind::AuditBroken:
        return u"audit-broken"_s;
    case Damage::Kind::DatabaseFile:
        break;
    }
    return u"database-file"_s;
}

DamageTable::DamageTable(Database& database)
    : m_database(database)
{
}

Result<std::vector<Damage>> DamageTable::all()
{
    const auto rows =
        m_database.select(u"SELECT kind, object, session FROM damages ORDER BY found_at, object"_s);
    if (!rows)
        return rows.error();
    std::vector<Damage> damages;
    for (const Database::Row& values : *rows) {
        const qint64 kind = values.at(0).toLongLong();
        if (kind < 0 || kind > static_cast<qint64>(Damage::Kind::DatabaseFile))
            return row::corrupt(values.at(1).toString());
        damages.push_back(
            {static_cast<Damage::Kind>(kind), values.at(1).toString(), sessionFrom(values.at(2))});
    }
    return damages;
}

Result<void> DamageTable::insert(const Damage& damage, const QDateTime& foundAt)
{
    const Result<qint64> inserted = m_database.change(
        u"INSERT OR REPLACE INTO damages (kind, object, session, found_at) VALUES (?, ?, ?, ?)"_s,
        {static_cast<int>(damage.kind), row::text(damage.object),
         damage.session ? damage.session->text() : u""_s, row::milliseconds(foundAt)});
    return inserted ? Result<void>() : inserted.error();
}

Result<void> DamageTable::remove(const Damage& damage)
{
    const Result<qint64> removed =
        m_database.change(u"DELETE FROM damages WHERE kind = ? AND object = ?"_s,
                          {static_cast<int>(damage.kind), row::text(damage.object)});
    return removed ? Result<void>() : removed.error();
}

Result<std::vector<DamageTable::BlobUse>> DamageTable::blobUses()
{
    const auto rows = m_database.select(u"SELECT blob, id, session FROM evidence"
                                        " UNION ALL SELECT blob, id, session FROM dossiers"_s);
    if (!rows)
        return rows.error();
    std::vector<BlobUse> uses;
    uses.reserve(rows->size());
    for (const Database::Row& values : *rows)
        uses.push_back(
            {values.at(0).toString(), values.at(1).toString(), sessionFrom(values.at(2))});
    return uses;
}

} // namespace handshake
