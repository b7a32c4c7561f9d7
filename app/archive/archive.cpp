// SPDX-License-Identifier: Apache-2.0
#include "app/archive/archive.h"

#include "app/archive/store.h"
#include "app/archive/store_verifier.h"
#include "app/archive/volume.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

// The two session states the archive itself knows: a receipt turns one into the other.
constexpr auto kApproved = u"approved";
constexpr auto kSent = u"sent";

/// What does not exist as an error.
template <typename Record>
Result<Record> required(const Result<std::optional<Record>>& stored, const QString& what,
                        const QString& id)
{
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorCode::NotFound, u"no such "_s + what, id};
    return **stored;
}

Result<void> requireSameSession(const SessionId& of, const SessionRecord& session)
{
    if (of == session.id)
        return {};
    return Error{ErrorCode::InvalidInput, u"item and session do not belong together"_s, of.text()};
}

/// The bytes that are kept are those the record speaks of.
Result<void> requireDigest(const Sha256& digest, const QByteArray& bytes, const QString& id)
{
    if (!bytes.isEmpty() && Sha256::of(bytes) == digest)
        return {};
    return Error{ErrorCode::InvalidInput, u"the bytes do not have the digest they came with"_s, id};
}

} // namespace

struct Archive::Private {
    std::unique_ptr<Store> store;
    QString folder;

    /// One action: `rows` and its audit entry, or nothing (rules 3, 6).
    template <typename Rows>
    Result<void> act(const AuditEvent& event, Rows rows)
    {
        return store->database().inTransaction([&]() -> Result<void> {
            const Result<void> done = rows();
            if (!done)
                return done.error();
            return store->audit().append(event);
        });
    }

    /// The record, a damaged row being noted on the way.
    template <typename Record>
    Result<Record> noted(Result<Record> record, const QString& object,
                         const std::optional<SessionId>& session = {})
    {
        if (!record && record.error().code == ErrorCode::Corrupt)
            store->noteDamage({Damage::Kind::RowCorrupt, object, session});
        return record;
    }

    /// Records by their identifiers; a damaged one is left out.
    template <typename Record, typename Ids, typename Find>
    Result<std::vector<Record>> readable(const Ids& ids, Find find)
    {
        std::vector<Record> records;
        for (const auto& id : ids) {
            Result<Record> record = find(id);
            if (record)
                records.push_back(*std::move(record));
            else if (record.error().code != ErrorCode::Corrupt)
                return record.error();
        }
        return records;
    }

    Result<void> markSent(const DossierRecord& dossier);
};

Archive::Archive(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Archive::~Archive() = default;

Result<std::unique_ptr<Archive>> Archive::open(const Config& config, Sealer& sealer,
                                               const Clock& clock)
{
    Result<std::unique_ptr<Store>> store =
        Store::open({config.folder, config.migrationsFolder}, sealer, clock);
    if (!store)
        return store.error();
    auto parts = std::make_unique<Private>();
    parts->store = *std::move(store);
    parts->folder = config.folder;
    return std::unique_ptr<Archive>(new Archive(std::move(parts)));
}

Result<void> Archive::createSession(const SessionRecord& session, const AuditEvent& event)
{
    return d->act(event, [&] { return d->store->sessions().insert(session); });
}

Result<void> Archive::updateSession(const SessionRecord& session, qint64 expectedRevision,
                                    const AuditEvent& event)
{
    return d->act(event, [&] { return d->store->sessions().update(session, expectedRevision); });
}

Result<SessionRecord> Archive::session(const SessionId& id)
{
    return d->noted(required(d->store->sessions().find(id), u"session"_s, id.text()), id.text(),
                    id);
}

Result<std::vector<SessionRecord>> Archive::sessions()
{
    const Result<QStringList> ids = d->store->sessions().ids();
    if (!ids)
        return ids.error();
    return d->readable<SessionRecord>(*ids, [&](const QString& text) -> Result<SessionRecord> {
        const Result<SessionId> id = SessionId::parse(text);
        if (id)
            return session(*id);
        d->store->noteDamage({Damage::Kind::RowCorrupt, text, {}});
        return Error{ErrorCode::Corrupt, id.error().detail};
    });
}

Result<EvidenceRecord> Archive::addEvidence(EvidenceRecord evidence, const QByteArray& master,
                                            const SessionRecord& sessionAfter,
                                            qint64 expectedRevision, const AuditEvent& event)
{
    const Result<void> sameSession = requireSameSession(evidence.session, sessionAfter);
    if (!sameSession)
        return sameSession.error();
    const Result<void> sameBytes = requireDigest(evidence.masterDigest, master, evidence.id.text());
    if (!sameBytes)
        return sameBytes.error();
    // The bytes first: a row without its blob must not exist (rule 3).
    const Result<BlobId> blob = d->store->putBlob(master);
    if (!blob)
        return blob.error();
    evidence.blob = *blob;
    evidence.bytes = master.size();
    const Result<void> kept = d->act(event, [&]() -> Result<void> {
        const Result<void> updated = d->store->sessions().update(sessionAfter, expectedRevision);
        return updated ? d->store->evidence().insertCurrent(evidence) : updated;
    });
    if (!kept)
        return kept.error();
    return evidence;
}

Result<void> Archive::updateEvidenceDetails(const ItemId& item, const QByteArray& details,
                                            const SessionRecord& sessionAfter,
                                            qint64 expectedRevision, const AuditEvent& event,
                                            const QByteArray& fingerprint)
{
    return d->act(event, [&]() -> Result<void> {
        Result<void> updated = d->store->sessions().update(sessionAfter, expectedRevision);
        if (updated)
            updated = d->store->evidence().updateDetails(item, sessionAfter.id, details);
        if (updated && !fingerprint.isEmpty())
            updated = d->store->fingerprints().save({item, sessionAfter.id, fingerprint});
        return updated;
    });
}

Result<std::vector<FingerprintRecord>> Archive::fingerprintsOutside(const SessionId& id)
{
    const auto rows = d->store->fingerprints().outside(id);
    if (!rows)
        return rows.error();
    return d->readable<FingerprintRecord>(*rows, [&](const FingerprintTable::Closed& row) {
        return d->noted(d->store->fingerprints().open(row), FingerprintTable::objectName(row.item),
                        row.session);
    });
}

Result<std::vector<EvidenceRecord>> Archive::evidence(const SessionId& session)
{
    const auto items = d->store->evidence().currentOf(session);
    if (!items)
        return items.error();
    return d->readable<EvidenceRecord>(*items, [&](const ItemId& id) -> Result<EvidenceRecord> {
        if (d->store->isQuarantined(id.text()))
            return Error{ErrorCode::Corrupt, u"quarantined"_s, id.text()};
        return d->noted(required(d->store->evidence().find(id), u"evidence"_s, id.text()),
                        id.text(), session);
    });
}

Result<QByteArray> Archive::blob(const BlobId& id)
{
    return d->store->openBlob(id);
}

Result<void> Archive::addDossier(DossierRecord dossier, const QByteArray& zip,
                                 const SessionRecord& sessionAfter, qint64 expectedRevision,
                                 const AuditEvent& event)
{
    const Result<void> sameSession = requireSameSession(dossier.session, sessionAfter);
    if (!sameSession)
        return sameSession.error();
    const Result<void> sameBytes = requireDigest(dossier.sha256, zip, dossier.id.text());
    if (!sameBytes)
        return sameBytes.error();
    const Result<BlobId> blob = d->store->putBlob(zip);
    if (!blob)
        return blob.error();
    dossier.blob = *blob;
    dossier.bytes = zip.size();
    return d->act(event, [&]() -> Result<void> {
        const Result<void> updated = d->store->sessions().update(sessionAfter, expectedRevision);
        if (!updated)
            return updated.error();
        const Result<void> inserted = d->store->dossiers().insert(dossier);
        if (!inserted)
            return inserted.error();
        return d->store->transfers().save({.dossier = dossier.id});
    });
}

Result<DossierRecord> Archive::dossier(const DossierId& id)
{
    return required(d->store->dossiers().find(id), u"dossier"_s, id.text());
}

Result<std::vector<DossierRecord>> Archive::dossiersOf(const SessionId& session)
{
    const auto ids = d->store->dossiers().ofSession(session);
    if (!ids)
        return ids.error();
    std::vector<DossierRecord> records;
    for (const DossierId& id : *ids) {
        const Result<DossierRecord> record = dossier(id);
        if (!record)
            return record.error();
        records.push_back(*record);
    }
    return records;
}

Result<std::vector<TransferRecord>> Archive::transfers()
{
    const auto ids = d->store->transfers().dossiers();
    if (!ids)
        return ids.error();
    return d->readable<TransferRecord>(*ids, [&](const DossierId& id) { return transfer(id); });
}

Result<TransferRecord> Archive::transfer(const DossierId& dossier)
{
    return d->noted(required(d->store->transfers().find(dossier), u"transfer"_s, dossier.text()),
                    dossier.text());
}

Result<void> Archive::saveTransfer(const TransferRecord& transfer, const AuditEvent* event)
{
    const auto save = [&]() -> Result<void> {
        const auto stored = required(d->store->transfers().find(transfer.dossier), u"transfer"_s,
                                     transfer.dossier.text());
        if (!stored)
            return stored.error();
        // Receipted comes with its receipt only, and stays.
        const bool wasReceipted = stored->state == TransferState::Receipted;
        if (wasReceipted != (transfer.state == TransferState::Receipted))
            return Error{ErrorCode::Conflict, u"only a receipt ends a transfer, and for good"_s,
                         transfer.dossier.text()};
        return d->store->transfers().save(transfer);
    };
    return event ? d->act(*event, save) : d->store->database().inTransaction(save);
}

Result<void> Archive::Private::markSent(const DossierRecord& dossier)
{
    const auto ofSession = store->dossiers().ofSession(dossier.session);
    if (!ofSession)
        return ofSession.error();
    const auto stored =
        required(store->sessions().find(dossier.session), u"session"_s, dossier.session.text());
    // The provider's signed word is kept whatever became of the session's row.
    if (!stored && stored.error().code == ErrorCode::Corrupt)
        return {};
    if (!stored)
        return stored.error();
    // A session that was reopened, or has a newer dossier, is not sent by an older one's receipt.
    if (stored->state != QStringView(kApproved) || ofSession->back() != dossier.id)
        return {};
    SessionRecord after = *stored;
    after.state = QString::fromUtf16(kSent);
    ++after.revision;
    return store->sessions().update(after, stored->revision);
}

Result<void> Archive::storeReceipt(const ReceiptRecord& receipt, const AuditEvent& event)
{
    const auto earlier = d->store->transfers().receipt(receipt.dossier);
    if (!earlier)
        return earlier.error();
    if (*earlier) {
        if ((*earlier)->jws == receipt.jws)
            return {};
        return Error{ErrorCode::Conflict, u"the dossier has another receipt already"_s,
                     receipt.dossier.text()};
    }
    return d->act(event, [&]() -> Result<void> {
        const auto record = required(d->store->dossiers().find(receipt.dossier), u"dossier"_s,
                                     receipt.dossier.text());
        if (!record)
            return record.error();
        const Result<void> inserted = d->store->transfers().insertReceipt(receipt);
        if (!inserted)
            return inserted.error();
        const Result<void> ended = d->store->transfers().save({.dossier = receipt.dossier,
                                                               .state = TransferState::Receipted,
                                                               .offset = record->bytes});
        if (!ended)
            return ended.error();
        return d->markSent(*record);
    });
}

Result<std::optional<ReceiptRecord>> Archive::receipt(const DossierId& dossier)
{
    return d->store->transfers().receipt(dossier);
}

Result<std::vector<KeptResult>> Archive::storeResults(const std::vector<ResultRecord>& results,
                                                      const std::optional<ResultCursor>& cursor,
                                                      const FollowResult& follow,
                                                      const OperatorId& who)
{
    ResultKeeper keeper(*d->store, follow, who, d->store->now());
    std::vector<KeptResult> outcome;
    const auto stored = d->store->database().inTransaction([&]() -> Result<void> {
        for (const ResultRecord& result : results) {
            Result<KeptResult> kept = keeper.keep(result);
            if (!kept)
                return kept.error();
            outcome.push_back(*std::move(kept));
        }
        return cursor ? d->store->results().saveCursor(*cursor) : Result<void>();
    });
    if (!stored)
        return stored.error();
    return outcome;
}

Result<std::vector<ResultRecord>> Archive::resultsOf(const DossierId& dossier)
{
    const auto identities = d->store->results().ofDossier(dossier);
    if (!identities)
        return identities.error();
    return d->readable<ResultRecord>(*identities, [&](const Sha256& identity) {
        return d->noted(required(d->store->results().find(identity), u"result"_s, identity.hex()),
                        identity.hex());
    });
}

Result<std::optional<ResultCursor>> Archive::resultCursor()
{
    return d->store->results().cursor();
}

Result<void> Archive::storeOrders(const std::vector<OrderRecord>& orders)
{
    return d->store->database().inTransaction([&]() -> Result<void> {
        for (const OrderRecord& order : orders) {
            const Result<void> saved = d->store->orders().save(order);
            if (!saved)
                return saved.error();
        }
        return {};
    });
}

Result<std::vector<OrderRecord>> Archive::orders(const QString& date)
{
    const auto ids = d->store->orders().ofDate(date);
    if (!ids)
        return ids.error();
    return d->readable<OrderRecord>(
        *ids, [&](const OrderId& id) { return d->noted(d->store->orders().find(id), id.text()); });
}

Result<void> Archive::addDayClosing(DayClosing closing, const AuditEvent& event)
{
    closing.closedAt = d->store->now();
    return d->act(event, [&] { return d->store->dayClosings().insert(closing); });
}

Result<std::vector<DayClosing>> Archive::dayClosings(const QDate& day)
{
    const auto numbers = d->store->dayClosings().ofDay(day);
    if (!numbers)
        return numbers.error();
    return d->readable<DayClosing>(*numbers, [&](qint64 number) {
        return d->noted(d->store->dayClosings().find(number), DayClosingTable::objectName(number));
    });
}

Result<AuditCheckpoint> Archive::checkpoint()
{
    return d->store->audit().checkpoint();
}

Result<void> Archive::appendAudit(const AuditEvent& event)
{
    return d->act(event, []() -> Result<void> { return {}; });
}

Result<std::vector<AuditEntry>> Archive::audit(qint64 fromSequence, int limit)
{
    return d->store->audit().entries(fromSequence, limit);
}

Result<VerifyReport> Archive::verify()
{
    return verifyStore(*d->store);
}

Result<qint64> Archive::freeBytes() const
{
    return freeBytesOf(d->folder);
}

const std::vector<Damage>& Archive::damages() const noexcept
{
    return d->store->damages();
}

} // namespace handshake
