// SPDX-License-Identifier: Apache-2.0
#include "app/archive/dossier_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QString predecessorText(const DossierRecord& dossier)
{
    return dossier.predecessor ? dossier.predecessor->text() : u""_s;
}

QByteArray contextOf(const DossierRecord& dossier)
{
    return CanonicalFields()
        .add("dossiers.sealed")
        .add(dossier.id.text())
        .add(dossier.session.text())
        .add(dossier.revision)
        .add(predecessorText(dossier))
        .add(dossier.blob.text())
        .add(dossier.sha256.bytes())
        .add(dossier.bytes)
        .add(row::milliseconds(dossier.builtAt))
        .bytes();
}

} // namespace

DossierTable::DossierTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<void> DossierTable::insert(const DossierRecord& dossier)
{
    if (!dossier.builtAt.isValid())
        return Error{ErrorCode::InvalidInput, u"a dossier needs its time"_s, dossier.id.text()};
    const Result<SealedBytes> sealed = m_sealer.seal({}, contextOf(dossier));
    if (!sealed)
        return sealed.error();
    const Result<qint64> inserted = m_database.change(
        u"INSERT INTO dossiers (id, session, revision, predecessor, blob, sha256, bytes, built_at,"
        " sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {dossier.id.text(), dossier.session.text(), dossier.revision, predecessorText(dossier),
         dossier.blob.text(), dossier.sha256.hex(), dossier.bytes,
         row::milliseconds(dossier.builtAt), sealed->bytes()});
    return inserted ? Result<void>() : inserted.error().at(dossier.id.text());
}

Result<std::optional<DossierRecord>> DossierTable::find(const DossierId& id)
{
    const auto stored = m_database.selectOne(
        u"SELECT session, revision, predecessor, blob, sha256, bytes, built_at, sealed"
        " FROM dossiers WHERE id = ?"_s,
        {id.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<DossierRecord>();
    const Database::Row& values = **stored;
    const auto session = row::id<SessionId>(values.at(0));
    const auto blob = row::id<BlobId>(values.at(3));
    const auto sha256 = row::digest(values.at(4));
    if (!session || !blob || !sha256)
        return row::corrupt(id.text());
    DossierRecord record{.id = id,
                         .session = *session,
                         .revision = values.at(1).toLongLong(),
                         .predecessor = {},
                         .blob = *blob,
                         .sha256 = *sha256,
                         .bytes = values.at(5).toLongLong(),
                         .builtAt = row::time(values.at(6))};
    if (!values.at(2).toString().isEmpty()) {
        const auto predecessor = row::id<DossierId>(values.at(2));
        if (!predecessor)
            return row::corrupt(id.text());
        record.predecessor = *predecessor;
    }
    const auto opened = row::opened(m_sealer, values.at(7), contextOf(record), id.text());
    if (!opened)
        return opened.error();
    return std::optional<DossierRecord>(std::move(record));
}

Result<std::vector<DossierId>> DossierTable::ofSession(const SessionId& session)
{
    const auto rows = m_database.select(
        u"SELECT id FROM dossiers WHERE session = ? ORDER BY number"_s, {session.text()});
    const auto ids = row::ids<DossierId>(rows);
    return ids ? ids : ids.error().at(session.text());
}

} // namespace handshake
