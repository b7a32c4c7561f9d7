// SPDX-License-Identifier: Apache-2.0
#include "app/archive/store.h"

#include "app/archive/durable_file.h"
#include "app/archive/migrations.h"
#include "app/archive/volume.h"
#include "app/core/log.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(handshakeArchive, "handshake.archive")

// A blob is bound to its place by the sealed row that names it; its own seal tells it from a cell.
constexpr auto kBlobContext = "blob";

/// Who acts when nobody does.
OperatorId program()
{
    return *OperatorId::parse(u"program");
}

bool contains(const std::vector<Damage>& damages, const Damage& damage)
{
    return std::find(damages.begin(), damages.end(), damage) != damages.end();
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const Folders& folders, Sealer& sealer,
                                           const Clock& clock)
{
    const Result<void> made = durable::makeFolder(folders.store);
    if (!made)
        return made.error();
    const Result<Volume> volume = volumeOf(folders.store);
    if (!volume)
        return volume.error();
    const Result<void> fit = requireStoreVolume(*volume);
    if (!fit)
        return fit.error().at(folders.store);
    Result<std::unique_ptr<ProcessLock>> lock =
        ProcessLock::acquire(folders.store + u"/store.lock"_s);
    if (!lock)
        return lock.error();
    Result<BlobStore> blobs = BlobStore::open(folders.store);
    if (!blobs)
        return blobs.error();
    const QString file = folders.store + u"/store.db"_s;
    Result<std::unique_ptr<Database>> database = Database::open(file);
    if (!database)
        return database.error();
    const MigrationPlan plan{folders.migrations, folders.store + u"/copies"_s, clock.now().wall};
    const Result<int> version = migrate(**database, plan);
    if (!version)
        return version.error().at(file);
    // SQLite syncs the content of its files, not the name of a new one.
    const Result<void> synced = durable::syncFolder(folders.store);
    if (!synced)
        return synced.error();
    std::unique_ptr<Store> store(
        new Store(*std::move(lock), *std::move(database), *std::move(blobs), sealer, clock));
    const Result<void> reconciled = store->reconcile();
    if (!reconciled)
        return reconciled.error();
    return store;
}

Store::Store(std::unique_ptr<ProcessLock> lock, std::unique_ptr<Database> database, BlobStore blobs,
             Sealer& sealer, const Clock& clock)
    : m_lock(std::move(lock))
    , m_database(std::move(database))
    , m_sealer(sealer)
    , m_clock(clock)
    , m_blobs(std::move(blobs))
    , m_sessions(*m_database, sealer)
    , m_evidence(*m_database, sealer)
    , m_fingerprints(*m_database, sealer)
    , m_dossiers(*m_database, sealer)
    , m_transfers(*m_database, sealer)
    , m_results(*m_database, sealer)
    , m_orders(*m_database, sealer)
    , m_dayClosings(*m_database, sealer)
    , m_audit(*m_database, sealer, clock)
    , m_damageRows(*m_database)
{
}

Result<void> Store::reconcile()
{
    const auto uses = m_damageRows.blobUses();
    if (!uses)
        return uses.error();
    const auto present = m_blobs.list();
    if (!present)
        return present.error();
    const auto known = m_damageRows.all();
    if (!known)
        return known.error();

    QSet<BlobId> orphans = *present;
    std::vector<Damage> found;
    for (const DamageTable::BlobUse& use : *uses) {
        const Result<BlobId> id = BlobId::parse(use.blob);
        if (!id || !present->contains(*id))
            found.push_back({Damage::Kind::BlobMissing, use.object, use.session});
        else
            orphans.remove(*id);
    }
    for (const Damage& damage : *known) {
        if (damage.kind == Damage::Kind::BlobMissing)
            continue; // found anew, or mended
        const Result<bool> lasting = isStillDamaged(damage);
        if (!lasting)
            return lasting.error();
        if (*lasting)
            found.push_back(damage);
    }
    // A row whose blob's name was altered makes an orphan of its evidence: with any damage about,
    // nothing is removed (rule 4).
    if (found.empty())
        sweepOrphans(orphans);
    m_damages = *known;
    return settleDamages(std::move(found));
}

Result<bool> Store::isStillDamaged(const Damage& damage)
{
    if (damage.kind == Damage::Kind::BlobCorrupt)
        return isBlobCorrupt(damage.object);
    if (damage.kind == Damage::Kind::RowCorrupt)
        return isRowCorrupt(damage.object);
    return true; // only a whole verification can tell
}

QDateTime Store::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.now().wall.toMSecsSinceEpoch(), Qt::UTC);
}

Result<bool> Store::isBlobCorrupt(const QString& object)
{
    const auto uses = m_damageRows.blobUses();
    if (!uses)
        return uses.error();
    for (const DamageTable::BlobUse& use : *uses) {
        const Result<BlobId> id = BlobId::parse(use.blob);
        if (use.object != object || !id)
            continue;
        const Result<SealedBytes> sealed = m_blobs.read(*id);
        if (!sealed)
            return sealed.error().code == ErrorCode::Corrupt ? Result<bool>(true) : sealed.error();
    }
    return false;
}

Result<bool> Store::isRowCorrupt(const QString& object)
{
    bool isCorrupt = false;
    std::optional<Error> failure;
    const auto look = [&](const auto& stored) {
        if (!stored && stored.error().code == ErrorCode::Corrupt)
            isCorrupt = true;
        else if (!stored && stored.error().code != ErrorCode::NotFound)
            failure = stored.error();
    };
    if (const auto id = SessionId::parse(object)) // the plain identifiers share one grammar
        look(m_sessions.find(*id));
    if (const auto id = ItemId::parse(object))
        look(m_evidence.find(*id));
    if (const auto id = FingerprintTable::itemOf(object))
        look(m_fingerprints.find(*id));
    if (const auto id = OrderId::parse(object))
        look(m_orders.find(*id));
    if (const auto id = DossierId::parse(object)) {
        look(m_dossiers.find(*id));
        look(m_transfers.find(*id));
        look(m_transfers.receipt(*id));
    }
    if (const auto identity = Sha256::fromHex(object))
        look(m_results.find(*identity));
    if (const auto number = DayClosingTable::numberOf(object))
        look(m_dayClosings.find(*number));
    if (failure)
        return *failure;
    return isCorrupt;
}

void Store::sweepOrphans(const QSet<BlobId>& orphans)
{
    // All of them are older than this run: nobody wrote since the lock was taken. They belong to
    // acts that were never confirmed.
    for (const BlobId& id : orphans) {
        const Result<void> removed = m_blobs.removeOrphan(id);
        if (!removed)
            log::warning(handshakeArchive(), "orphan blob stays", {{"blob", id}});
    }
    if (!orphans.isEmpty())
        log::info(handshakeArchive(), "orphan blobs swept", {{"count", orphans.size()}});
}

Result<BlobId> Store::putBlob(const QByteArray& plain)
{
    const Result<SealedBytes> sealed = m_sealer.seal(plain, kBlobContext);
    if (!sealed)
        return sealed.error();
    return m_blobs.put(*sealed);
}

Result<QByteArray> Store::openBlob(const BlobId& id)
{
    const Result<SealedBytes> sealed = m_blobs.read(id);
    Result<QByteArray> plain =
        sealed ? m_sealer.open(*sealed, kBlobContext) : Result<QByteArray>(sealed.error());
    const bool isMissing = !plain && plain.error().code == ErrorCode::NotFound;
    if (plain || (!isMissing && plain.error().code != ErrorCode::Corrupt))
        return plain;

    const auto uses = m_damageRows.blobUses();
    if (!uses)
        return uses.error();
    for (const DamageTable::BlobUse& use : *uses) {
        if (use.blob != id.text())
            continue;
        noteDamage({isMissing ? Damage::Kind::BlobMissing : Damage::Kind::BlobCorrupt, use.object,
                    use.session});
        plain = Error{ErrorCode::Corrupt, plain.error().detail, use.object};
    }
    return plain;
}

bool Store::isBlobMissing(const BlobId& id) const
{
    const Result<SealedBytes> sealed = m_blobs.read(id);
    return !sealed && sealed.error().code == ErrorCode::NotFound;
}

bool Store::isQuarantined(const QString& object) const
{
    return std::any_of(m_damages.begin(), m_damages.end(), [&](const Damage& damage) {
        return damage.object == object && damage.kind != Damage::Kind::AuditBroken &&
               damage.kind != Damage::Kind::DatabaseFile;
    });
}

void Store::noteDamage(const Damage& damage)
{
    if (contains(m_damages, damage))
        return;
    std::vector<Damage> all = m_damages;
    all.push_back(damage);
    const Result<void> settled = settleDamages(std::move(all));
    if (!settled)
        log::warning(handshakeArchive(), "damage could not be noted", {{"kind", damage.kind}});
}

Result<void> Store::settleDamages(std::vector<Damage> found)
{
    std::vector<Damage> news;
    std::vector<Damage> gone;
    std::copy_if(found.begin(), found.end(), std::back_inserter(news),
                 [&](const Damage& damage) { return !contains(m_damages, damage); });
    std::copy_if(m_damages.begin(), m_damages.end(), std::back_inserter(gone),
                 [&](const Damage& damage) { return !contains(found, damage); });
    // Known in memory whatever becomes of the writing: a full disk must not hide a loss.
    m_damages = std::move(found);
    if (news.empty() && gone.empty())
        return {};
    log::warning(handshakeArchive(), "damage in the store",
                 {{"total", m_damages.size()}, {"new", news.size()}, {"mended", gone.size()}});
    return writeDamages(news, gone);
}

Result<void> Store::writeDamages(const std::vector<Damage>& news, const std::vector<Damage>& gone)
{
    return m_database->inTransaction([&]() -> Result<void> {
        for (const Damage& damage : news) {
            const Result<void> inserted = m_damageRows.insert(damage, m_clock.now().wall);
            if (!inserted)
                return inserted.error();
            const Result<void> audited =
                m_audit.append({damageName(damage.kind), damage.object, program()});
            if (!audited)
                return audited.error();
        }
        for (const Damage& damage : gone) {
            const Result<void> removed = m_damageRows.remove(damage);
            if (!removed)
                return removed.error();
            const Result<void> audited =
                m_audit.append({damageName(damage.kind) + u"-mended"_s, damage.object, program()});
            if (!audited)
                return audited.error();
        }
        return {};
    });
}

} // namespace handshake
