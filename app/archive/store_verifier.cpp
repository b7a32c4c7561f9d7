// SPDX-License-Identifier: Apache-2.0
#include "app/archive/store_verifier.h"

#include "app/archive/store.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

class Verifier final
{
public:
    explicit Verifier(Store& store)
        : m_store(store)
    {
    }

    Result<VerifyReport> run()
    {
        for (const auto step :
             {&Verifier::databaseFile, &Verifier::auditChain, &Verifier::sessions,
              &Verifier::evidence, &Verifier::dossiers, &Verifier::deliveries, &Verifier::results,
              &Verifier::orders, &Verifier::dayClosings, &Verifier::fingerprints}) {
            const Result<void> looked = (this->*step)();
            if (!looked)
                return looked.error();
        }
        return m_report;
    }

private:
    Result<void> databaseFile()
    {
        for (const QString& check : {u"PRAGMA integrity_check"_s, u"PRAGMA foreign_key_check"_s}) {
            const auto rows = m_store.database().select(check);
            if (!rows && rows.error().code != ErrorCode::Corrupt)
                return rows.error();
            const bool isSound =
                rows && (rows->empty() || rows->front().at(0).toString() == QStringView(u"ok"));
            if (!isSound && (m_report.damages.empty()))
                note(Damage::Kind::DatabaseFile, {}, {});
        }
        return {};
    }

    Result<void> auditChain()
    {
        const auto findings = m_store.audit().verify();
        if (!findings)
            return findings.error();
        m_report.auditEntries = findings->entries;
        for (const qint64 sequence : findings->broken)
            note(Damage::Kind::AuditBroken, QString::number(sequence), {});
        return {};
    }

    Result<void> sessions()
    {
        return eachRow(u"SELECT id, id FROM sessions"_s, [this](const QString& object) {
            const auto id = SessionId::parse(object);
            return id ? outcome(m_store.sessions().find(*id)) : Result<bool>(false);
        });
    }

    Result<void> evidence()
    {
        return eachRow(u"SELECT id, session FROM evidence ORDER BY number"_s,
                       [this](const QString& object) -> Result<bool> {
                           const auto id = ItemId::parse(object);
                           if (!id)
                               return false;
                           const auto record = m_store.evidence().find(*id);
                           if (!record || !*record)
                               return outcome(record);
                           return blob((*record)->blob, (*record)->masterDigest, object,
                                       (*record)->session);
                       });
    }

    Result<void> dossiers()
    {
        return eachRow(u"SELECT id, session FROM dossiers ORDER BY number"_s,
                       [this](const QString& object) -> Result<bool> {
                           const auto id = DossierId::parse(object);
                           if (!id)
                               return false;
                           const auto record = m_store.dossiers().find(*id);
                           if (!record || !*record)
                               return outcome(record);
                           return blob((*record)->blob, (*record)->sha256, object,
                                       (*record)->session);
                       });
    }

    Result<void> deliveries()
    {
        const Result<void> looked =
            eachRow(u"SELECT dossier, '' FROM transfers"_s, [this](const QString& object) {
                const auto id = DossierId::parse(object);
                return id ? outcome(m_store.transfers().find(*id)) : Result<bool>(false);
            });
        if (!looked)
            return looked.error();
        return eachRow(u"SELECT dossier, '' FROM receipts"_s, [this](const QString& object) {
            const auto id = DossierId::parse(object);
            return id ? outcome(m_store.transfers().receipt(*id)) : Result<bool>(false);
        });
    }

    Result<void> results()
    {
        return eachRow(u"SELECT id, '' FROM results"_s, [this](const QString& object) {
            const auto identity = Sha256::fromHex(object);
            return identity ? outcome(m_store.results().find(*identity)) : Result<bool>(false);
        });
    }

    Result<void> fingerprints()
    {
        return eachRow(u"SELECT 'fingerprint:' || evidence, session FROM fingerprints"_s,
                       [this](const QString& object) {
                           const auto id = FingerprintTable::itemOf(object);
                           return id ? outcome(m_store.fingerprints().find(*id))
                                     : Result<bool>(false);
                       });
    }

    Result<void> orders()
    {
        return eachRow(u"SELECT id, '' FROM orders"_s, [this](const QString& object) {
            const auto id = OrderId::parse(object);
            return id ? outcome(m_store.orders().find(*id)) : Result<bool>(false);
        });
    }

    Result<void> dayClosings()
    {
        return eachRow(u"SELECT 'day-closing:' || number, '' FROM day_closings"_s,
                       [this](const QString& object) {
                           const auto number = DayClosingTable::numberOf(object);
                           return number ? outcome(m_store.dayClosings().find(*number))
                                         : Result<bool>(false);
                       });
    }

    /// True: opened. False: not what was written.
    template <typename Record>
    static Result<bool> outcome(const Result<Record>& record)
    {
        if (record)
            return true;
        return record.error().code == ErrorCode::Corrupt ? Result<bool>(false) : record.error();
    }

    /// Calls `isSound(object)` for every row of (object, session).
    template <typename Check>
    Result<void> eachRow(const QString& sql, Check isSound)
    {
        const auto rows = m_store.database().select(sql);
        if (!rows && rows.error().code == ErrorCode::Corrupt)
            return {}; // noted as damage of the file already
        if (!rows)
            return rows.error();
        for (const Database::Row& values : *rows) {
            const QString object = values.at(0).toString();
            ++m_report.rows;
            const Result<bool> sound = isSound(object);
            if (!sound)
                return sound.error();
            const auto session = SessionId::parse(values.at(1).toString());
            if (!*sound)
                note(Damage::Kind::RowCorrupt, object,
                     session ? std::optional(*session) : std::nullopt);
        }
        return {};
    }

    /// Notes what is wrong with the blob itself; the row that names it is sound.
    Result<bool> blob(const BlobId& id, const Sha256& digest, const QString& object,
                      const SessionId& session)
    {
        const Result<QByteArray> plain = m_store.openBlob(id);
        if (!plain && plain.error().code != ErrorCode::Corrupt)
            return plain.error();
        if (plain && Sha256::of(*plain) == digest) {
            ++m_report.blobs;
            m_report.blobBytes += plain->size();
            return true;
        }
        const bool isMissing = !plain && m_store.isBlobMissing(id);
        note(isMissing ? Damage::Kind::BlobMissing : Damage::Kind::BlobCorrupt, object, session);
        return true;
    }

    void note(Damage::Kind kind, const QString& object, const std::optional<SessionId>& session)
    {
        m_report.damages.push_back({kind, object, session});
    }

    Store& m_store;
    VerifyReport m_report;
};

} // namespace

Result<VerifyReport> verifyStore(Store& store)
{
    Result<VerifyReport> report = Verifier(store).run();
    if (!report)
        return report;
    const Result<void> settled = store.settleDamages(report->damages);
    if (!settled)
        return settled.error();
    return report;
}

} // namespace handshake
