// SPDX-License-Identifier: Apache-2.0
#include "app/archive/evidence_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QByteArray contextOf(const EvidenceRecord& evidence)
{
    return CanonicalFields()
        .add("evidence.sealed")
        .add(evidence.id.text())
        .add(evidence.session.text())
        .add(evidence.role)
        .add(evidence.owner)
        .add(qint64{evidence.ordinal})
        .add(evidence.blob.text())
        .add(evidence.mediaType)
        .add(evidence.bytes)
        .add(qint64{evidence.superseded})
        .bytes();
}

} // namespace

EvidenceTable::EvidenceTable(Database& database, Sealer& sealer)
    : m_database(database)
    , m_sealer(sealer)
{
}

Result<QByteArray> EvidenceTable::sealedContent(const EvidenceRecord& evidence)
{
    // The digest of the plain bytes is content too: it would tell whose card lies here (rule 2).
    const QByteArray content =
        CanonicalFields().add(evidence.masterDigest.bytes()).add(evidence.details).bytes();
    const Result<SealedBytes> sealed = m_sealer.seal(content, contextOf(evidence));
    if (!sealed)
        return sealed.error();
    return sealed->bytes();
}

Result<void> EvidenceTable::supersede(const EvidenceRecord& successor)
{
    const auto rows = m_database.select(
        u"SELECT id FROM evidence WHERE session = ? AND role = ?"
        " AND owner = ? AND ordinal = ? AND superseded = 0"_s,
        {successor.session.text(), successor.role, successor.owner, successor.ordinal});
    if (!rows)
        return rows.error();
    for (const Database::Row& values : *rows) {
        const QString id = values.at(0).toString();
        const Result<ItemId> item = row::id<ItemId>(id);
        const auto earlier =
            item ? find(*item) : Result<std::optional<EvidenceRecord>>(item.error());
        Result<qint64> changed = 0;
        if (earlier && *earlier) {
            EvidenceRecord record = **earlier;
            record.superseded = true;
            const Result<QByteArray> sealed = sealedContent(record);
            if (!sealed)
                return sealed.error();
            changed = m_database.change(
                u"UPDATE evidence SET superseded = 1, sealed = ? WHERE id = ?"_s, {*sealed, id});
        } else if (!earlier && earlier.error().code == ErrorCode::Corrupt) {
            // A damaged picture is what somebody takes again: it must not stand in the way. Its
            // content stays as it is, and damaged.
            changed = m_database.change(u"UPDATE evidence SET superseded = 1 WHERE id = ?"_s, {id});
        } else {
            return earlier ? Error{ErrorCode::Internal, u"evidence vanished"_s} : earlier.error();
        }
        if (!changed)
            return changed.error();
    }
    return {};
}

Result<void> EvidenceTable::insertCurrent(const EvidenceRecord& evidence)
{
    if (evidence.role.isEmpty() || evidence.owner.isEmpty() || evidence.superseded)
        return Error{ErrorCode::InvalidInput, u"evidence needs a role and an owner"_s,
                     evidence.id.text()};
    const Result<void> superseded = supersede(evidence);
    if (!superseded)
        return superseded.error();
    const Result<QByteArray> sealed = sealedContent(evidence);
    if (!sealed)
        return sealed.error();
    const Result<qint64> inserted = m_database.change(
        u"INSERT INTO evidence (id, session, role, owner, ordinal, blob, media_type, bytes,"
        " superseded, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"_s,
        {evidence.id.text(), evidence.session.text(), evidence.role, evidence.owner,
         evidence.ordinal, evidence.blob.text(), row::text(evidence.mediaType), evidence.bytes,
         *sealed});
    return inserted ? Result<void>() : inserted.error().at(evidence.id.text());
}

Result<void> EvidenceTable::updateDetails(const ItemId& item, const SessionId& session,
                                          const QByteArray& details)
{
    const auto stored = find(item);
    if (!stored)
        return stored.error();
    if (!*stored || (*stored)->session != session)
        return Error{ErrorCode::NotFound, u"no such evidence in the session"_s, item.text()};
    EvidenceRecord record = **stored;
    if (record.superseded)
        return Error{ErrorCode::Conflict, u"a newer picture has taken its place"_s, item.text()};
    record.details = details;
    const Result<QByteArray> sealed = sealedContent(record);
    if (!sealed)
        return sealed.error();
    const Result<qint64> changed =
        m_database.change(u"UPDATE evidence SET sealed = ? WHERE id = ?"_s, {*sealed, item.text()});
    return changed ? Result<void>() : changed.error().at(item.text());
}

Result<std::optional<EvidenceRecord>> EvidenceTable::find(const ItemId& item)
{
    const auto stored = m_database.selectOne(
        u"SELECT session, role, owner, ordinal, blob, media_type, bytes, superseded, sealed"
        " FROM evidence WHERE id = ?"_s,
        {item.text()});
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<EvidenceRecord>();
    const Database::Row& values = **stored;
    const auto session = row::id<SessionId>(values.at(0));
    const auto blob = row::id<BlobId>(values.at(4));
    if (!session || !blob)
        return row::corrupt(item.text());
    EvidenceRecord record{.id = item,
                          .session = *session,
                          .role = values.at(1).toString(),
                          .owner = values.at(2).toString(),
                          .ordinal = values.at(3).toInt(),
                          .blob = *blob,
                          .masterDigest = Sha256::of({}),
                          .mediaType = values.at(5).toString(),
                          .bytes = values.at(6).toLongLong(),
                          .details = {},
                          .superseded = values.at(7).toBool()};
    const Result<QByteArray> content =
        m_sealer.open(SealedBytes(values.at(8).toByteArray()), contextOf(record));
    if (!content)
        return content.error().at(item.text());
    const auto fields = CanonicalFields::split(*content, 2);
    const auto digest = fields ? Sha256::fromHex(QString::fromLatin1(fields->at(0).toHex()))
                               : Result<Sha256>(fields.error());
    if (!digest)
        return row::corrupt(item.text());
    record.masterDigest = *digest;
    record.details = fields->at(1);
    return std::optional<EvidenceRecord>(std::move(record));
}

Result<std::vector<ItemId>> EvidenceTable::currentOf(const SessionId& session)
{
    const auto rows = m_database.select(
        u"SELECT id FROM evidence WHERE session = ? AND superseded = 0 ORDER BY number"_s,
        {session.text()});
    const auto items = row::ids<ItemId>(rows);
    return items ? items : items.error().at(session.text());
}

} // namespace handshake
