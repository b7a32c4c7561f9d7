// SPDX-License-Identifier: Apache-2.0
#include "app/archive/session_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QByteArray contextOf(const SessionRecord& session)
{
    return CanonicalFields()
        .add("sessions.sealed")
        .add(session.id.text())
        .add(session.orderId)
        .add(session.revision)
        .add(session.state)
        .add(row::milliseconds(session.createdAt))
        .add(row::milliseconds(session.changedAt))
        .bytes();
}

Result<void> requireComplete(const SessionRecord& session)
{
    if (session.state.isEmpty() || session.revision < 1 || !session.createdAt.isValid() ||
        !session.changedAt.isValid())
        return Error{ErrorCode::InvalidInput, u"a session needs state, revision and times"_s,
                     session.id.text()};
    return {};
}

} // namespace

SessionTable::SessionTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<QVariantList> SessionTable::sealedRow(const SessionRecord& session)
{
    const Result<void> complete = requireComplete(session);
    if (!complete)
        return complete.error();
    const Result<SealedBytes> sealed = m_sealer.seal(session.content, contextOf(session));
    if (!sealed)
        return sealed.error();
    return QVariantList{row::text(session.orderId),
                        session.revision,
                        session.state,
                        row::milliseconds(session.createdAt),
                        row::milliseconds(session.changedAt),
                        sealed->bytes(),
                        session.id.text()};
}

Result<void> SessionTable::insert(const SessionRecord& session)
{
    const Result<QVariantList> values = sealedRow(session);
    if (!values)
        return values.error();
    const Result<qint64> inserted = m_database.change(
        u"INSERT INTO sessions (order_id, revision, state, created_at, changed_at, sealed, id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        *values);
    return inserted ? Result<void>() : inserted.error().at(session.id.text());
}

Result<void> SessionTable::update(const SessionRecord& session, qint64 expectedRevision)
{
    if (session.revision <= expectedRevision)
        return Error{ErrorCode::InvalidInput, u"a session's revision has to rise"_s,
                     session.id.text()};
    const Result<QVariantList> values = sealedRow(session);
    if (!values)
        return values.error();
    const Result<qint64> changed = m_database.change(
        u"UPDATE sessions SET order_id = ?, revision = ?, state = ?, created_at = ?,"
        " changed_at = ?, sealed = ? WHERE id = ? AND revision = ?"_s,
        *values + QVariantList{expectedRevision});
    if (!changed)
        return changed.error().at(session.id.text());
    if (*changed == 1)
        return {};
    const auto stored =
        m_database.selectOne(u"SELECT revision FROM sessions WHERE id = ?"_s, {session.id.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorCode::NotFound, u"no such session"_s, session.id.text()};
    return Error{ErrorCode::Conflict, u"the session was changed meanwhile"_s, session.id.text()};
}

Result<std::optional<SessionRecord>> SessionTable::find(const SessionId& id)
{
    const auto stored = m_database.selectOne(
        u"SELECT order_id, revision, state, created_at, changed_at, sealed FROM sessions"
        " WHERE id = ?"_s,
        {id.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<SessionRecord>();
    const Database::Row& values = **stored;
    SessionRecord session{.id = id,
                          .orderId = values.at(0).toString(),
                          .revision = values.at(1).toLongLong(),
                          .state = values.at(2).toString(),
                          .content = {},
                          .createdAt = row::time(values.at(3)),
                          .changedAt = row::time(values.at(4))};
    Result<QByteArray> content =
        m_sealer.open(SealedBytes(values.at(5).toByteArray()), contextOf(session));
    if (!content)
        return content.error().at(id.text());
    session.content = *std::move(content);
    return std::optional<SessionRecord>(std::move(session));
}

Result<QStringList> SessionTable::ids()
{
    const auto rows = m_database.select(u"SELECT id FROM sessions ORDER BY changed_at DESC, id"_s);
    if (!rows)
        return rows.error();
    QStringList ids;
    for (const Database::Row& values : *rows)
        ids.append(values.at(0).toString());
    return ids;
}

} // namespace handshake
