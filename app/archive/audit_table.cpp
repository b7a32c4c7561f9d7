// SPDX-License-Identifier: Apache-2.0
#include "app/archive/audit_table.h"

#include "app/archive/row_values.h"
#include "app/core/canonical_fields.h"
#include "app/vault/sealer.h"

#include <chrono>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 1000;
constexpr qint64 kBackToleranceMs = 2'000;      // time servers nudge the clock by less
constexpr qint64 kAheadToleranceMs = 1'800'000; // half an hour
constexpr auto kHeadContext = "audit_head.sealed";

Sha256 noHash()
{
    return *Sha256::fromHex(QString(2 * Sha256::kSize, u'0'));
}

Sha256 hashOf(const AuditEntry& entry)
{
    return Sha256::of(CanonicalFields()
                          .add(entry.previous.bytes())
                          .add(entry.sequence)
                          .add(row::milliseconds(entry.wall))
                          .add(entry.monotonicNs)
                          .add(entry.operatorId.text())
                          .add(entry.event)
                          .add(entry.object)
                          .bytes());
}

Result<AuditEntry> entryFrom(const Database::Row& values)
{
    const QString place = values.at(0).toString();
    const auto previous = row::digest(values.at(1));
    const auto hash = row::digest(values.at(2));
    const auto operatorId = row::id<OperatorId>(values.at(5));
    if (!previous || !hash || !operatorId)
        return row::corrupt(place);
    return AuditEntry{.sequence = values.at(0).toLongLong(),
                      .previous = *previous,
                      .hash = *hash,
                      .wall = row::time(values.at(3)),
                      .monotonicNs = values.at(4).toLongLong(),
                      .operatorId = *operatorId,
                      .event = values.at(6).toString(),
                      .object = values.at(7).toString()};
}

} // namespace

AuditTable::AuditTable(Database& database, Sealer& sealer, const Clock& clock)
    : m_database(database)
    , m_sealer(sealer)
    , m_clock(clock)
{
}

Result<AuditTable::Last> AuditTable::last()
{
    const auto stored = m_database.selectOne(
        u"SELECT sequence, hash, wall FROM audit ORDER BY sequence DESC LIMIT 1"_s);
    if (!stored)
        return stored.error();
    if (!*stored)
        return Last{{0, noHash()}, {}};
    const auto hash = row::digest((*stored)->at(1));
    if (!hash)
        return row::corrupt((*stored)->at(0).toString());
    return Last{{(*stored)->at(0).toLongLong(), *hash}, row::time((*stored)->at(2))};
}

std::optional<AuditEvent> AuditTable::clockEvent(const Last& last, const Instant& now,
                                                 const OperatorId& operatorId) const
{
    if (m_previous) {
        const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(
            now.monotonic - m_previous->monotonic);
        const qint64 drift = m_previous->wall.msecsTo(now.wall) - elapsed.count();
        if (drift < -kBackToleranceMs)
            return AuditEvent{u"clock-set-back"_s, QString::number(drift / 1000), operatorId};
        if (drift > kAheadToleranceMs)
            return AuditEvent{u"clock-ahead"_s, QString::number(drift / 1000), operatorId};
        return {};
    }
    // Since another run: only a step backward is certain.
    const qint64 difference = last.wall ? last.wall->msecsTo(now.wall) : 0;
    if (difference < -kBackToleranceMs)
        return AuditEvent{u"clock-set-back"_s, QString::number(difference / 1000), operatorId};
    return {};
}

Result<AuditCheckpoint> AuditTable::insert(const AuditCheckpoint& previous, const AuditEvent& event,
                                           const Instant& now)
{
    AuditEntry entry{.sequence = previous.sequence + 1,
                     .previous = previous.head,
                     .hash = noHash(),
                     .wall = row::time(row::milliseconds(now.wall)),
                     .monotonicNs = qint64{now.monotonic.count()},
                     .operatorId = event.operatorId,
                     .event = event.event,
                     .object = row::text(event.object)};
    entry.hash = hashOf(entry);
    const Result<qint64> inserted = m_database.change(
        u"INSERT INTO audit (sequence, previous, hash, wall, monotonic, operator, event, object)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.sequence, entry.previous.hex(), entry.hash.hex(), row::milliseconds(entry.wall),
         entry.monotonicNs, entry.operatorId.text(), entry.event, entry.object});
    if (!inserted)
        return inserted.error();
    return AuditCheckpoint{entry.sequence, entry.hash};
}

Result<void> AuditTable::append(const AuditEvent& event)
{
    if (event.event.isEmpty())
        return Error{ErrorCode::InvalidInput, u"an audit entry needs an event"_s};
    const Result<Last> before = last();
    if (!before)
        return before.error();
    const Instant now = m_clock.now();
    AuditCheckpoint head = before->head;
    if (const auto jump = clockEvent(*before, now, event.operatorId)) {
        const Result<AuditCheckpoint> noted = insert(head, *jump, now);
        if (!noted)
            return noted.error();
        head = *noted;
    }
    const Result<AuditCheckpoint> inserted = insert(head, event, now);
    if (!inserted)
        return inserted.error();
    m_previous = now;
    return saveHead(*inserted);
}

Result<void> AuditTable::saveHead(const AuditCheckpoint& head)
{
    const QByteArray content = CanonicalFields().add(head.sequence).add(head.head.bytes()).bytes();
    const Result<SealedBytes> sealed = m_sealer.seal(content, kHeadContext);
    if (!sealed)
        return sealed.error();
    const Result<qint64> saved =
        m_database.change(u"INSERT INTO audit_head (id, sealed) VALUES (1, ?)"
                          " ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed"_s,
                          {sealed->bytes()});
    return saved ? Result<void>() : saved.error();
}

Result<AuditCheckpoint> AuditTable::checkpoint()
{
    const Result<Last> end = last();
    if (!end)
        return end.error();
    return end->head;
}

Result<std::vector<AuditEntry>> AuditTable::entries(qint64 fromSequence, int limit)
{
    const auto rows = m_database.select(
        u"SELECT sequence, previous, hash, wall, monotonic, operator, event, object FROM audit"
        " WHERE sequence >= ? ORDER BY sequence LIMIT ?"_s,
        {fromSequence, limit});
    if (!rows)
        return rows.error();
    std::vector<AuditEntry> entries;
    for (const Database::Row& values : *rows) {
        Result<AuditEntry> entry = entryFrom(values);
        if (!entry)
            return entry.error();
        entries.push_back(*std::move(entry));
    }
    return entries;
}

Result<AuditTable::Findings> AuditTable::verify()
{
    Findings findings;
    AuditCheckpoint head{0, noHash()};
    for (;;) {
        const auto rows = m_database.select(
            u"SELECT sequence, previous, hash, wall, monotonic, operator, event, object FROM audit"
            " WHERE sequence > ? ORDER BY sequence LIMIT ?"_s,
            {head.sequence, kPage});
        if (!rows)
            return rows.error();
        for (const Database::Row& values : *rows) {
            const qint64 sequence = values.at(0).toLongLong();
            const Result<AuditEntry> entry = entryFrom(values);
            const bool holds = entry && sequence == head.sequence + 1 &&
                               entry->previous == head.head && entry->hash == hashOf(*entry);
            if (!holds)
                findings.broken.push_back(sequence);
            // Goes on from what stands there: each break is told once.
            head = {sequence, entry ? entry->hash : noHash()};
            ++findings.entries;
        }
        if (rows->size() < static_cast<std::size_t>(kPage))
            break;
    }
    const auto sealed = sealedHead();
    if (!sealed && sealed.error().code != ErrorCode::Corrupt)
        return sealed.error();
    const bool endHolds = sealed && (*sealed ? **sealed == head : head.sequence == 0);
    if (!endHolds)
        findings.broken.push_back(head.sequence + 1);
    return findings;
}

Result<std::optional<AuditCheckpoint>> AuditTable::sealedHead()
{
    const auto stored = m_database.selectOne(u"SELECT sealed FROM audit_head WHERE id = 1"_s);
    if (!stored)
        return stored.error();
    if (!*stored)
        return std::optional<AuditCheckpoint>();
    const auto content = m_sealer.open(SealedBytes((*stored)->at(0).toByteArray()), kHeadContext);
    if (!content)
        return content.error();
    const auto fields = CanonicalFields::split(*content, 2);
    if (!fields)
        return fields.error();
    const auto hash = Sha256::fromHex(QString::fromLatin1(fields->at(1).toHex()));
    if (!hash || fields->at(0).size() != static_cast<qsizetype>(sizeof(qint64)))
        return row::corrupt(u"audit_head"_s);
    return std::optional<AuditCheckpoint>(
        AuditCheckpoint{CanonicalFields::number(fields->at(0)), *hash});
}

} // namespace handshake
