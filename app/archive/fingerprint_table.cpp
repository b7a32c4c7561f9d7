// SPDX-License-Identifier: Apache-2.0
#include "app/archive/fingerprint_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kObject = "fingerprint:"_L1;

QByteArray contextOf(const ItemId& item, const SessionId& session)
{
    return CanonicalFields()
        .add("fingerprints.sealed")
        .add(item.text())
        .add(session.text())
        .bytes();
}

} // namespace

FingerprintTable::FingerprintTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<void> FingerprintTable::save(const FingerprintRecord& fingerprint)
{
    const Result<SealedBytes> sealed =
        m_sealer.seal(fingerprint.bytes, contextOf(fingerprint.item, fingerprint.session));
    if (!sealed)
        return sealed.error();
    const Result<qint64> saved =
        m_database.change(u"INSERT INTO fingerprints (evidence, session, sealed) VALUES (?, ?, ?)"
                          " ON CONFLICT (evidence) DO UPDATE SET sealed = excluded.sealed"_s,
                          {fingerprint.item.text(), fingerprint.session.text(), sealed->bytes()});
    return saved ? Result<void>() : saved.error().at(fingerprint.item.text());
}

Result<std::vector<FingerprintTable::Closed>> FingerprintTable::outside(const SessionId& session)
{
    const auto rows = m_database.select(u"SELECT evidence, session, sealed FROM fingerprints"
                                        " WHERE session <> ? ORDER BY evidence"_s,
                                        {session.text()});
    if (!rows)
        return rows.error();
    std::vector<Closed> found;
    for (const Database::Row& values : *rows) {
        const auto item = row::id<ItemId>(values.at(0));
        const auto owner = row::id<SessionId>(values.at(1));
        if (!item || !owner)
            return row::corrupt(values.at(0).toString());
        found.push_back({*item, *owner, SealedBytes(values.at(2).toByteArray())});
    }
    return found;
}

Result<FingerprintRecord> FingerprintTable::open(const Closed& row)
{
    Result<QByteArray> bytes = m_sealer.open(row.sealed, contextOf(row.item, row.session));
    if (!bytes)
        return bytes.error().at(objectName(row.item));
    return FingerprintRecord{row.item, row.session, *std::move(bytes)};
}

Result<FingerprintRecord> FingerprintTable::find(const ItemId& item)
{
    const auto stored = m_database.selectOne(
        u"SELECT session, sealed FROM fingerprints WHERE evidence = ?"_s, {item.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorCode::NotFound, u"no such fingerprint"_s, objectName(item)};
    const auto session = row::id<SessionId>((*stored)->at(0));
    if (!session)
        return row::corrupt(objectName(item));
    return open({item, *session, SealedBytes((*stored)->at(1).toByteArray())});
}

QString FingerprintTable::objectName(const ItemId& item)
{
    return kObject + item.text();
}

Result<ItemId> FingerprintTable::itemOf(const QString& object)
{
    auto item = ItemId::parse(QStringView(object).mid(kObject.size()));
    if (!object.startsWith(kObject) || !item)
        return Error{ErrorCode::NotFound, u"no fingerprint has that name"_s, object};
    return item;
}

} // namespace handshake
