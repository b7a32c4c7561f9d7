// SPDX-License-Identifier: Apache-2.0
#include "app/archive/fingerprint_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

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

Result<std::vector<ItemId>> FingerprintTable::outside(const SessionId& session)
{
    return row::ids<ItemId>(m_database.select(
        u"SELECT evidence FROM fingerprints WHERE session <> ? ORDER BY evidence"_s,
        {session.text()}));
}

Result<FingerprintRecord> FingerprintTable::find(const ItemId& item)
{
    const auto stored = m_database.selectOne(
        u"SELECT session, sealed FROM fingerprints WHERE evidence = ?"_s, {item.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorCode::NotFound, u"no such fingerprint"_s, item.text()};
    const auto session = row::id<SessionId>((*stored)->at(0));
    if (!session)
        return row::corrupt(item.text());
    Result<QByteArray> bytes =
        row::opened(m_sealer, (*stored)->at(1), contextOf(item, *session), item.text());
    if (!bytes)
        return bytes.error();
    return FingerprintRecord{item, *session, *std::move(bytes)};
}

} // namespace handshake
