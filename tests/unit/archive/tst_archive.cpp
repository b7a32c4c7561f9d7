// SPDX-License-Identifier: Apache-2.0
#include "support/archive_fixture.h"

#include <QDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// A vault that can be locked.
class LockableSealer final : public Sealer
{
public:
    bool isLocked = false;

    Result<SealedBytes> seal(QByteArrayView plain, QByteArrayView context) override
    {
        return isLocked ? Result<SealedBytes>(locked()) : m_sealer.seal(plain, context);
    }
    Result<QByteArray> open(const SealedBytes& sealed, QByteArrayView context) override
    {
        return isLocked ? Result<QByteArray>(locked()) : m_sealer.open(sealed, context);
    }

private:
    static Error locked() { return {ErrorCode::Denied, u"locked"_s}; }

    UnsealedSealer m_sealer;
};

} // namespace

class TestArchive : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::ArchiveFixture> m_fixture;

    Archive& archive() { return *m_fixture->archive; }
    Result<void> createSession(const QString& id)
    {
        return archive().createSession(m_fixture->session(id), m_fixture->event("session-begun"));
    }
    Result<EvidenceRecord> addPhoto(const QString& id, const QByteArray& master, qint64 revision)
    {
        return archive().addEvidence(test::ArchiveFixture::evidence(id, u"S1"_s, master), master,
                                     m_fixture->session(u"S1"_s, revision), revision - 1,
                                     m_fixture->event("evidence-kept"));
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::ArchiveFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void aSessionComesBackAsItWasStoredAlsoAfterReopening()
    {
        SessionRecord session = m_fixture->session(u"S1"_s);
        session.content = u"{\"name\":\"样本有限公司\"}"_s.toUtf8();
        QVERIFY(archive().createSession(session, m_fixture->event("session-begun")));
        QVERIFY(m_fixture->open());
        const auto stored = archive().session(session.id);
        QVERIFY(stored);
        QCOMPARE(stored->orderId, session.orderId);
        QCOMPARE(stored->revision, qint64{1});
        QCOMPARE(stored->state, session.state);
        QCOMPARE(stored->content, session.content);
        QCOMPARE(stored->createdAt, session.createdAt);
        QCOMPARE(stored->changedAt, session.changedAt);
    }

    void sessionsAreListedLastChangedFirst()
    {
        for (const QString& id : {u"S1"_s, u"S2"_s, u"S3"_s}) {
            QVERIFY(createSession(id));
            m_fixture->clock.advance(std::chrono::seconds(1));
        }
        QVERIFY(archive().updateSession(m_fixture->session(u"S2"_s, 2), 1,
                                        m_fixture->event("session-changed")));
        const auto sessions = archive().sessions();
        QVERIFY(sessions);
        QStringList ids;
        for (const SessionRecord& session : *sessions)
            ids.append(session.id.text());
        QCOMPARE(ids, (QStringList{u"S2"_s, u"S3"_s, u"S1"_s}));
    }

    void takenUnknownAndOutdatedAreToldApart()
    {
        QVERIFY(createSession(u"S1"_s));
        QCOMPARE(createSession(u"S1"_s).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(archive().session(*SessionId::parse(u"S9")).error().code, ErrorCode::NotFound);
        const AuditEvent event = m_fixture->event("session-changed");
        const auto update = [&](const QString& id, qint64 revision, qint64 expected) {
            return archive().updateSession(m_fixture->session(id, revision), expected, event);
        };
        QCOMPARE(update(u"S9"_s, 2, 1).error().code, ErrorCode::NotFound);
        QCOMPARE(update(u"S1"_s, 3, 2).error().code, ErrorCode::Conflict);
        QCOMPARE(update(u"S1"_s, 1, 1).error().code, ErrorCode::InvalidInput);
        QVERIFY(update(u"S1"_s, 2, 1));
        QCOMPARE(update(u"S1"_s, 2, 1).error().code, ErrorCode::Conflict);
    }

    void anIncompleteSessionIsRefused()
    {
        SessionRecord session = m_fixture->session(u"S1"_s);
        session.state.clear();
        QCOMPARE(archive().createSession(session, m_fixture->event("x")).error().code,
                 ErrorCode::InvalidInput);
        session = m_fixture->session(u"S1"_s, 0);
        QCOMPARE(archive().createSession(session, m_fixture->event("x")).error().code,
                 ErrorCode::InvalidInput);
        session = m_fixture->session(u"S1"_s);
        session.createdAt = {};
        QCOMPARE(archive().createSession(session, m_fixture->event("x")).error().code,
                 ErrorCode::InvalidInput);
    }

    void evidenceIsKeptWithItsSessionAndItsAuditEntry()
    {
        QVERIFY(createSession(u"S1"_s));
        const QByteArray master(300'000, 'm');
        const auto kept = addPhoto(u"E1"_s, master, 2);
        QVERIFY(kept);
        QCOMPARE(*archive().blob(kept->blob), master);
        QVERIFY(kept->blob.text() != kept->masterDigest.hex()); // named after what lies on the disk

        QVERIFY(m_fixture->open());
        const auto items = archive().evidence(*SessionId::parse(u"S1"));
        QVERIFY(items);
        QCOMPARE(items->size(), std::size_t{1});
        const EvidenceRecord& item = items->front();
        QCOMPARE(item.id.text(), u"E1"_s);
        QVERIFY(item.masterDigest == Sha256::of(master));
        QCOMPARE(item.bytes, qint64{master.size()});
        QCOMPARE(item.mediaType, u"image/jpeg"_s);
        QCOMPARE(item.details, QByteArray("{\"assessed\":false}"));
        QCOMPARE(*archive().blob(item.blob), master);
        QCOMPARE(archive().session(item.session)->revision, qint64{2});
        QCOMPARE(archive().audit(1, 10)->back().event, u"evidence-kept"_s);
    }

    void aRetakenPictureSupersedesTheEarlierOne()
    {
        QVERIFY(createSession(u"S1"_s));
        const auto first = addPhoto(u"E1"_s, "first", 2);
        QVERIFY(first);
        QVERIFY(addPhoto(u"E2"_s, "second", 3));
        const auto items = archive().evidence(*SessionId::parse(u"S1"));
        QCOMPARE(items->size(), std::size_t{1});
        QCOMPARE(items->front().id.text(), u"E2"_s);
        QCOMPARE(*archive().blob(first->blob), QByteArray("first")); // never deleted
        QVERIFY(archive().verify()->isSound());
        QCOMPARE(archive()
                     .updateEvidenceDetails(first->id, "{}", m_fixture->session(u"S1"_s, 4), 3,
                                            m_fixture->event("evidence-assessed"))
                     .error()
                     .code,
                 ErrorCode::Conflict);
    }

    void otherRolesOwnersAndOrdinalsStandBesideEachOther()
    {
        QVERIFY(createSession(u"S1"_s));
        qint64 revision = 1;
        const auto add = [&](const QString& id, const QString& role, const QString& owner,
                             int ordinal) {
            const QByteArray master = id.toUtf8();
            EvidenceRecord record = test::ArchiveFixture::evidence(id, u"S1"_s, master);
            record.role = role;
            record.owner = owner;
            record.ordinal = ordinal;
            ++revision;
            return archive().addEvidence(record, master, m_fixture->session(u"S1"_s, revision),
                                         revision - 1, m_fixture->event("evidence-kept"));
        };
        QVERIFY(add(u"E1"_s, u"photo"_s, u"site:1"_s, 1));
        QVERIFY(add(u"E2"_s, u"photo"_s, u"site:2"_s, 1));
        QVERIFY(add(u"E3"_s, u"licence"_s, u"subject"_s, 1));
        QVERIFY(add(u"E4"_s, u"letter"_s, u"subject"_s, 1));
        QVERIFY(add(u"E5"_s, u"letter"_s, u"subject"_s, 2));
        QCOMPARE(archive().evidence(*SessionId::parse(u"S1"))->size(), std::size_t{5});
    }

    void aRefusedActLeavesNothingBehind()
    {
        QVERIFY(createSession(u"S1"_s));
        QVERIFY(addPhoto(u"E1"_s, "first", 2));
        const AuditCheckpoint before = *archive().checkpoint();
        const auto outdated = addPhoto(u"E2"_s, "second", 2); // somebody was faster
        QCOMPARE(outdated.error().code, ErrorCode::Conflict);
        const auto taken = addPhoto(u"E1"_s, "third", 3);
        QCOMPARE(taken.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(archive().session(*SessionId::parse(u"S1"))->revision, qint64{2});
        QCOMPARE(archive().evidence(*SessionId::parse(u"S1"))->front().id.text(), u"E1"_s);
        QVERIFY(*archive().checkpoint() == before);
        // Their bytes are orphans until the next start.
        QVERIFY(m_fixture->open());
        QVERIFY(archive().damages().empty());
        int blobs = 0;
        const QDir root(m_fixture->path(u"blobs"_s));
        for (const QString& prefix : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            blobs += static_cast<int>(QDir(root.filePath(prefix)).entryList(QDir::Files).size());
        QCOMPARE(blobs, 1);
    }

    void bytesThatDoNotFitTheirRecordAreRefused()
    {
        QVERIFY(createSession(u"S1"_s));
        const AuditEvent event = m_fixture->event("evidence-kept");
        const auto add = [&](const EvidenceRecord& record, const QByteArray& master) {
            return archive()
                .addEvidence(record, master, m_fixture->session(u"S1"_s, 2), 1, event)
                .error()
                .code;
        };
        const auto record = test::ArchiveFixture::evidence(u"E1"_s, u"S1"_s, "right");
        QCOMPARE(add(record, "wrong"), ErrorCode::InvalidInput);
        QCOMPARE(add(test::ArchiveFixture::evidence(u"E1"_s, u"S1"_s, {}), {}),
                 ErrorCode::InvalidInput);
        QCOMPARE(add(test::ArchiveFixture::evidence(u"E1"_s, u"S2"_s, "right"), "right"),
                 ErrorCode::InvalidInput);
    }

    void detailsAreReplacedWithTheSession()
    {
        QVERIFY(createSession(u"S1"_s));
        QVERIFY(addPhoto(u"E1"_s, "first", 2));
        const ItemId item = *ItemId::parse(u"E1");
        QVERIFY(archive().updateEvidenceDetails(item, "{\"assessed\":true}",
                                                m_fixture->session(u"S1"_s, 3), 2,
                                                m_fixture->event("evidence-assessed")));
        const auto stored = archive().evidence(*SessionId::parse(u"S1"))->front();
        QCOMPARE(stored.details, QByteArray("{\"assessed\":true}"));
        QVERIFY(stored.masterDigest == Sha256::of("first"));
        QCOMPARE(archive()
                     .updateEvidenceDetails(*ItemId::parse(u"E9"), "{}",
                                            m_fixture->session(u"S1"_s, 4), 3,
                                            m_fixture->event("evidence-assessed"))
                     .error()
                     .code,
                 ErrorCode::NotFound);
        QCOMPARE(archive().session(*SessionId::parse(u"S1"))->revision, qint64{3});
    }

    void ordersAreReplacedByIdentifierAndFoundByDate()
    {
        const OrderId first = *OrderId::parse(u"D-1");
        const OrderId second = *OrderId::parse(u"D-2");
        QVERIFY(archive().storeOrders(
            {{first, u"2026-03-02"_s, "{\"a\":1}"}, {second, u"2026-03-02"_s, "{\"b\":1}"}}));
        QVERIFY(archive().storeOrders({{second, u"2026-03-03"_s, "{\"b\":2}"}}));
        const auto today = archive().orders(u"2026-03-02"_s);
        QVERIFY(today);
        QCOMPARE(today->size(), std::size_t{1});
        QCOMPARE(today->front().content, QByteArray("{\"a\":1}"));
        QCOMPARE(archive().orders(u"2026-03-03"_s)->front().content, QByteArray("{\"b\":2}"));
        QVERIFY(archive().orders(u"2026-03-04"_s)->empty());
    }

    void fingerprintsOfOtherSessionsAreFoundAndSealed()
    {
        QVERIFY(createSession(u"S1"_s));
        QVERIFY(addPhoto(u"E1"_s, "master", 2));
        QVERIFY(archive().updateEvidenceDetails(*ItemId::parse(u"E1"), "{}",
                                                m_fixture->session(u"S1"_s, 3), 2,
                                                m_fixture->event("evidence-assessed"), "print"));
        QVERIFY(archive().fingerprintsOutside(*SessionId::parse(u"S1"))->empty());
        const auto others = archive().fingerprintsOutside(*SessionId::parse(u"S2"));
        QVERIFY(others);
        QCOMPARE(others->size(), std::size_t{1});
        QCOMPARE(others->front().bytes, QByteArray("print"));
        QCOMPARE(others->front().item, *ItemId::parse(u"E1"));
        QVERIFY(archive().verify()->damages.empty());
    }

    void aSecondOpenerIsToldThatTheStoreIsBusy()
    {
        const auto second = Archive::open(m_fixture->config, m_fixture->sealer, m_fixture->clock);
        QCOMPARE(second.error().code, ErrorCode::Busy);
        m_fixture->archive.reset();
        QVERIFY(m_fixture->open());
    }

    void aLockedVaultIsNoDamageAndNothingIsWritten()
    {
        QVERIFY(createSession(u"S1"_s));
        QVERIFY(addPhoto(u"E1"_s, "first", 2));
        m_fixture->archive.reset();
        LockableSealer sealer;
        const auto opened = Archive::open(m_fixture->config, sealer, m_fixture->clock);
        QVERIFY(opened);
        Archive& store = **opened;
        const AuditCheckpoint before = *store.checkpoint();
        sealer.isLocked = true;
        const SessionId id = *SessionId::parse(u"S1");
        QCOMPARE(store.session(id).error().code, ErrorCode::Denied);
        QCOMPARE(store.sessions().error().code, ErrorCode::Denied);
        QCOMPARE(store.evidence(id).error().code, ErrorCode::Denied);
        const auto added =
            store.addEvidence(test::ArchiveFixture::evidence(u"E2"_s, u"S1"_s, "second"), "second",
                              m_fixture->session(u"S1"_s, 3), 2, m_fixture->event("evidence-kept"));
        QCOMPARE(added.error().code, ErrorCode::Denied);
        sealer.isLocked = false;
        QVERIFY(store.damages().empty());
        QVERIFY(*store.checkpoint() == before);
        QCOMPARE(store.evidence(id)->size(), std::size_t{1});
        QVERIFY(*store.freeBytes() > 0);
    }

    void whatCannotBeAStoreIsRefused()
    {
        Archive::Config config = m_fixture->config;
        config.folder = u"/proc/self/store"_s; // nobody may write there, not even root
        QCOMPARE(Archive::open(config, m_fixture->sealer, m_fixture->clock).error().code,
                 ErrorCode::Storage);
        config = m_fixture->config;
        config.folder += u"2"_s;
        config.migrationsFolder = u"/nowhere"_s;
        QCOMPARE(Archive::open(config, m_fixture->sealer, m_fixture->clock).error().code,
                 ErrorCode::Configuration);
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
