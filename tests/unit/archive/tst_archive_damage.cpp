// SPDX-License-Identifier: Apache-2.0
#include "support/archive_fixture.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <vector>

#include <functional>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestArchiveDamage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::ArchiveFixture> m_fixture;
    std::optional<EvidenceRecord> m_photo;
    std::optional<EvidenceRecord> m_licence;

    Archive& archive() { return *m_fixture->archive; }
    SessionId sessionId() const { return *SessionId::parse(u"S1"); }

    Result<EvidenceRecord> add(const QString& id, const QString& role, qint64 revision)
    {
        const QByteArray master = "master of " + id.toUtf8();
        EvidenceRecord record = test::ArchiveFixture::evidence(id, u"S1"_s, master);
        record.role = role;
        return archive().addEvidence(record, master, m_fixture->session(u"S1"_s, revision),
                                     revision - 1, m_fixture->event("evidence-kept"));
    }

    /// Alters the closed store's database as only a fault or a foreign hand would.
    static bool alter(const QString& file, const QStringList& statements)
    {
        bool isDone = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"alter"_s);
            database.setDatabaseName(file);
            isDone = database.open();
            for (const QString& statement : statements) {
                QSqlQuery query(database);
                isDone = isDone && query.exec(statement);
                if (statement.startsWith(u"UPDATE"_s))
                    isDone = isDone && query.numRowsAffected() > 0;
            }
        }
        QSqlDatabase::removeDatabase(u"alter"_s);
        return isDone;
    }

    static bool flipByte(const QString& path, qint64 offset)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite) || !file.seek(offset))
            return false;
        const QByteArray byte = file.read(1);
        const char flipped = static_cast<char>(byte.at(0) ^ 0x20);
        return file.seek(offset) && file.write(&flipped, 1) == 1;
    }

    [[nodiscard]] QStringList currentItems()
    {
        QStringList ids;
        const auto items = archive().evidence(sessionId());
        if (!items)
            return {items.error().detail};
        for (const EvidenceRecord& item : *items)
            ids.append(item.id.text());
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::ArchiveFixture>();
        QVERIFY(m_fixture->open());
        QVERIFY(archive().createSession(m_fixture->session(u"S1"_s), m_fixture->event("begun")));
        const auto photo = add(u"E1"_s, u"photo"_s, 2);
        const auto licence = add(u"E2"_s, u"licence"_s, 3);
        QVERIFY(photo && licence);
        m_photo = *photo;
        m_licence = *licence;
        QVERIFY(archive().verify()->isSound());
    }
    void cleanup() { m_fixture.reset(); }

    void everyFlippedByteOfABlobIsFoundBeforeItIsShown()
    {
        const QString path = m_fixture->blobPath(m_photo->blob);
        for (qint64 i = 0; i < QFileInfo(path).size(); ++i) {
            QVERIFY(flipByte(path, i));
            QCOMPARE(archive().blob(m_photo->blob).error().code, ErrorCode::Corrupt);
            QVERIFY(flipByte(path, i));
        }
        QVERIFY(archive().blob(m_photo->blob));
    }

    void aBlobOfZeroBytesIsCorruptNotEmpty()
    {
        QVERIFY(QFile::resize(m_fixture->blobPath(m_photo->blob), 0));
        QCOMPARE(archive().blob(m_photo->blob).error().code, ErrorCode::Corrupt);
        const Damage expected{Damage::Kind::BlobCorrupt, u"E1"_s, sessionId()};
        QVERIFY(archive().damages() == std::vector<Damage>{expected});
        QCOMPARE(currentItems(), QStringList{u"E2"_s});
    }

    void aMissingBlobIsQuarantinedAndReportedNeverDeleted()
    {
        m_fixture->archive.reset();
        const QString path = m_fixture->blobPath(m_photo->blob);
        QVERIFY(QFile::rename(path, path + u".away"_s));
        QVERIFY(m_fixture->open());
        const Damage expected{Damage::Kind::BlobMissing, u"E1"_s, sessionId()};
        QVERIFY(archive().damages() == std::vector<Damage>{expected});
        QCOMPARE(archive().audit(1, 100)->back().event, u"blob-missing"_s);
        QCOMPARE(archive().audit(1, 100)->back().object, u"E1"_s);
        QCOMPARE(currentItems(), QStringList{u"E2"_s}); // the rest is usable
        QCOMPARE(*archive().blob(m_licence->blob), QByteArray("master of E2"));
        QCOMPARE(archive().blob(m_photo->blob).error().code, ErrorCode::Corrupt);

        const AuditCheckpoint before = *archive().checkpoint();
        QVERIFY(m_fixture->open()); // known, told again, entered once
        QVERIFY(archive().damages() == std::vector<Damage>{expected});
        QVERIFY(*archive().checkpoint() == before);
        QVERIFY(!archive().verify()->isSound());

        QVERIFY(QFile::rename(path + u".away"_s, path)); // brought back from a backup
        QVERIFY(m_fixture->open());
        QVERIFY(archive().damages().empty());
        QCOMPARE(archive().audit(1, 100)->back().event, u"blob-missing-mended"_s);
        QCOMPARE(currentItems(), (QStringList{u"E1"_s, u"E2"_s}));
        QVERIFY(archive().verify()->isSound());
    }

    void aLostPictureCanBeTakenAgain()
    {
        m_fixture->archive.reset();
        QVERIFY(QFile::remove(m_fixture->blobPath(m_photo->blob)));
        QVERIFY(m_fixture->open());
        QVERIFY(add(u"E3"_s, u"photo"_s, 4));
        QCOMPARE(currentItems(), (QStringList{u"E2"_s, u"E3"_s}));
        QCOMPARE(archive().damages().size(), std::size_t{1}); // the loss stays known
    }

    void orphansAreSweptOnlyWhenNothingIsDamaged()
    {
        const QByteArray foreign("what was never confirmed");
        const QString name = Sha256::of(foreign).hex();
        const auto plant = [&] {
            QDir().mkpath(m_fixture->path(u"blobs/"_s + name.first(2)));
            QFile file(m_fixture->blobPath(*BlobId::parse(name)));
            return file.open(QIODevice::WriteOnly) && file.write(foreign) == foreign.size();
        };
        m_fixture->archive.reset();
        QVERIFY(plant());
        QVERIFY(m_fixture->open());
        QVERIFY(!QFileInfo::exists(m_fixture->blobPath(*BlobId::parse(name))));

        // A row whose blob's name was altered: its evidence looks like an orphan now.
        m_fixture->archive.reset();
        QVERIFY(
            alter(m_fixture->path(u"store.db"_s),
                  {u"UPDATE evidence SET blob = '%1' WHERE id = 'E1'"_s.arg(QString(64, u'a'))}));
        QVERIFY(m_fixture->open());
        QVERIFY(QFileInfo::exists(m_fixture->blobPath(m_photo->blob)));
        QVERIFY(!archive().damages().empty());
        QCOMPARE(currentItems(), QStringList{u"E2"_s});
    }

    void everyAlteredColumnIsFound_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("object");
        const auto row = [](const char* statement, const QString& object) {
            QTest::newRow(statement) << QString::fromLatin1(statement) << object;
        };
        row("UPDATE sessions SET state = 'approved'", u"S1"_s);
        row("UPDATE sessions SET revision = 2", u"S1"_s);
        row("UPDATE sessions SET order_id = 'D-2'", u"S1"_s);
        row("UPDATE sessions SET created_at = created_at + 1", u"S1"_s);
        row("UPDATE sessions SET changed_at = changed_at + 1", u"S1"_s);
        row("UPDATE sessions SET sealed = x'00'", u"S1"_s);
        row("UPDATE evidence SET owner = 'site:2' WHERE id = 'E1'", u"E1"_s);
        row("UPDATE evidence SET role = 'letter' WHERE id = 'E1'", u"E1"_s);
        row("UPDATE evidence SET ordinal = 2 WHERE id = 'E1'", u"E1"_s);
        row("UPDATE evidence SET superseded = 1 WHERE id = 'E1'", u"E1"_s);
        row("UPDATE evidence SET media_type = 'x' WHERE id = 'E1'", u"E1"_s);
        row("UPDATE evidence SET bytes = bytes + 1 WHERE id = 'E1'", u"E1"_s);
        row("UPDATE evidence SET blob = (SELECT blob FROM evidence WHERE id = 'E2')"
            " WHERE id = 'E1'",
            u"E1"_s);
        row("UPDATE evidence SET sealed = (SELECT sealed FROM evidence WHERE id = 'E2')"
            " WHERE id = 'E1'",
            u"E1"_s);
    }
    void everyAlteredColumnIsFound()
    {
        QFETCH(QString, statement);
        QFETCH(QString, object);
        m_fixture->archive.reset();
        QVERIFY(alter(m_fixture->path(u"store.db"_s), {statement}));
        QVERIFY(m_fixture->open());
        const auto report = archive().verify();
        QVERIFY(report);
        QVERIFY(
            std::any_of(report->damages.begin(), report->damages.end(), [&](const Damage& damage) {
                return damage.kind == Damage::Kind::RowCorrupt && damage.object == object;
            }));
        if (object == u"S1"_s) {
            QCOMPARE(archive().session(sessionId()).error().code, ErrorCode::Corrupt);
            QVERIFY(archive().sessions()->empty());
        } else {
            QCOMPARE(currentItems(), QStringList{u"E2"_s});
        }
        QVERIFY(m_fixture->open()); // known from the start
        QVERIFY(!archive().damages().empty());
    }

    void aDamagedSessionDoesNotHideTheOthers()
    {
        QVERIFY(archive().createSession(m_fixture->session(u"S2"_s), m_fixture->event("begun")));
        m_fixture->archive.reset();
        QVERIFY(alter(m_fixture->path(u"store.db"_s),
                      {u"UPDATE sessions SET state = 'sent' WHERE id = 'S1'"_s}));
        QVERIFY(m_fixture->open());
        const auto sessions = archive().sessions();
        QVERIFY(sessions);
        QCOMPARE(sessions->size(), std::size_t{1});
        QCOMPARE(sessions->front().id.text(), u"S2"_s);
        const Damage expected{Damage::Kind::RowCorrupt, u"S1"_s, sessionId()};
        QVERIFY(archive().damages() == std::vector<Damage>{expected});
    }

    void aDamagedPictureDoesNotStandInTheWayOfItsSuccessor()
    {
        m_fixture->archive.reset();
        QVERIFY(alter(m_fixture->path(u"store.db"_s),
                      {u"UPDATE evidence SET sealed = x'00' WHERE id = 'E1'"_s}));
        QVERIFY(m_fixture->open());
        QVERIFY(add(u"E3"_s, u"photo"_s, 4));
        QCOMPARE(currentItems(), (QStringList{u"E2"_s, u"E3"_s}));
    }

    void aReceiptIsKeptThoughTheSessionIsDamaged()
    {
        const QByteArray zip = "zip one";
        SessionRecord approved = m_fixture->session(u"S1"_s, 4);
        approved.state = u"approved"_s;
        const DossierRecord dossier = m_fixture->dossier(zip, u"S1"_s, 4);
        QVERIFY(archive().addDossier(dossier, zip, approved, 3, m_fixture->event("approved")));
        m_fixture->archive.reset();
        QVERIFY(alter(m_fixture->path(u"store.db"_s),
                      {u"UPDATE sessions SET order_id = 'D-2026-9' WHERE id = 'S1'"_s}));
        QVERIFY(m_fixture->open());
        const ReceiptRecord receipt{dossier.id, "header.payload.signature", u"F-2026-1"_s,
                                    m_fixture->clock.now().wall};
        QVERIFY(archive().storeReceipt(receipt, m_fixture->event("receipted")));
        QCOMPARE(archive().transfer(dossier.id)->state, TransferState::Receipted);
        QCOMPARE(archive().session(sessionId()).error().code, ErrorCode::Corrupt);
    }

    void aDamagedFingerprintIsToldAndItsPhotoStays()
    {
        QVERIFY(archive().updateEvidenceDetails(m_photo->id, "{}", m_fixture->session(u"S1"_s, 4),
                                                3, m_fixture->event("evidence-assessed"), "print"));
        m_fixture->archive.reset();
        QVERIFY(
            alter(m_fixture->path(u"store.db"_s), {u"UPDATE fingerprints SET sealed = x'00'"_s}));
        QVERIFY(m_fixture->open());
        QVERIFY(archive().fingerprintsOutside(*SessionId::parse(u"S2"))->empty());
        const Damage expected{Damage::Kind::RowCorrupt, u"fingerprint:E1"_s, sessionId()};
        QVERIFY(archive().damages() == std::vector<Damage>{expected});
        QVERIFY(archive().verify()->damages == std::vector<Damage>{expected});
        QCOMPARE(currentItems(), (QStringList{u"E1"_s, u"E2"_s}));
        QVERIFY(m_fixture->open()); // known, and found again
        QVERIFY(archive().damages() == std::vector<Damage>{expected});
    }

    void aStoreOfANewerProgramIsRefusedAndLeftAsItIs()
    {
        m_fixture->archive.reset();
        const QString file = m_fixture->path(u"store.db"_s);
        QVERIFY(alter(file, {u"PRAGMA user_version = 99"_s}));
        const Result<void> opened = m_fixture->open();
        QCOMPARE(opened.error().code, ErrorCode::Configuration);
        QVERIFY(opened.error().detail.contains(u"newer"_s));
        QVERIFY(alter(file, {u"PRAGMA user_version = 1"_s}));
        QVERIFY(m_fixture->open());
        QVERIFY(archive().verify()->isSound());
    }

    void aFileThatIsNoDatabaseIsAnErrorNotAnEmptyStore()
    {
        m_fixture->archive.reset();
        QFile file(m_fixture->path(u"store.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QCOMPARE(m_fixture->open().error().code, ErrorCode::Corrupt);
    }

    void flippedBytesOfTheDatabaseAreNeverTakenForContent()
    {
        // Spread over what is written (most of a page is empty): what is read afterwards is what
        // was stored, or an error.
        const SessionRecord right = *archive().session(sessionId());
        const QByteArray photo = m_photo->details;
        m_fixture->archive.reset();
        const QString path = m_fixture->path(u"store.db"_s);
        QFile original(path);
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray bytes = original.readAll();
        original.close();
        std::vector<qint64> written;
        for (qsizetype offset = 100; offset < bytes.size(); ++offset) // after the file's header
            if (bytes.at(offset) != 0)
                written.push_back(offset);
        constexpr std::size_t kFlips = 120;
        int found = 0;
        for (std::size_t flip = 0; flip < kFlips; ++flip) {
            const qint64 offset = written.at(flip * written.size() / kFlips);
            QVERIFY(flipByte(path, offset));
            const Result<void> opened = m_fixture->open();
            if (opened) {
                const auto session = archive().session(sessionId());
                if (session)
                    QCOMPARE(session->content, right.content);
                const auto items = archive().evidence(sessionId());
                if (items && !items->empty() && items->front().id == m_photo->id)
                    QCOMPARE(items->front().details, photo);
                found += session && items && items->size() == 2 ? 0 : 1;
                m_fixture->archive.reset();
            } else {
                ++found;
            }
            QFile restored(path);
            QVERIFY(restored.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(restored.write(bytes), bytes.size());
            restored.close();
            QFile::remove(path + u"-wal"_s);
        }
        QVERIFY(found > 0);
    }
};

QTEST_GUILESS_MAIN(TestArchiveDamage)
#include "tst_archive_damage.moc"
