// SPDX-License-Identifier: Apache-2.0
#include "support/archive_fixture.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestArchiveResults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::ArchiveFixture> m_fixture;
    const OperatorId m_who = *OperatorId::parse(u"op-1");
    int m_asked = 0;

    Archive& archive() { return *m_fixture->archive; }

    /// Session S1 approved, with a dossier of `zip`.
    Result<DossierRecord> approve(const QByteArray& zip, qint64 revision)
    {
        SessionRecord after = m_fixture->session(u"S1"_s, revision);
        after.state = u"approved"_s;
        const DossierRecord dossier = m_fixture->dossier(zip, u"S1"_s, revision);
        const auto added = archive().addDossier(dossier, zip, after, revision - 1,
                                                m_fixture->event("session-approved"));
        if (!added)
            return added.error();
        return dossier;
    }

    static ResultRecord result(const DossierId& dossier, const QByteArray& salt,
                               const QString& status)
    {
        return {.identity = Sha256::of(salt),
                .dossier = dossier,
                .status = status,
                .to = u"counter"_s,
                .items = {{u"photo@site:1"_s, u"P-01"_s, u"样本"_s, u"again"_s}},
                .numbers = {{u"subject"_s, u"SPECIMEN-1"_s}},
                .jws = "header.payload." + salt};
    }

    FollowResult byStatus()
    {
        return [this](const SessionRecord& session,
                      const ResultRecord& given) -> Result<std::optional<SessionRecord>> {
            ++m_asked;
            SessionRecord after = session;
            after.state = given.status;
            return std::optional(after);
        };
    }

    int events(const QString& name)
    {
        int count = 0;
        const auto entries = archive().audit(1, 100);
        for (const AuditEntry& entry : entries.value())
            count += entry.event == name ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_asked = 0;
        m_fixture = std::make_unique<test::ArchiveFixture>();
        QVERIFY(m_fixture->open());
        QVERIFY(archive().createSession(m_fixture->session(u"S1"_s), m_fixture->event("begun")));
    }
    void cleanup() { m_fixture.reset(); }

    void aResultItsSessionAndTheCursorAreOneAct()
    {
        const auto dossier = approve("zip", 2);
        const auto kept =
            archive().storeResults({result(dossier->id, "r1", u"returned"_s)},
                                   ResultCursor{u"https://a"_s, u"c1"_s}, byStatus(), m_who);
        QVERIFY(kept);
        QVERIFY(kept->front().isNew);
        QCOMPARE(kept->front().session->text(), u"S1"_s);
        QCOMPARE(kept->front().sessionState, u"returned"_s);
        QVERIFY(m_fixture->open()); // durable
        const auto session = archive().session(*SessionId::parse(u"S1"));
        QCOMPARE(session->state, u"returned"_s);
        QCOMPARE(session->revision, qint64{3});
        const auto results = archive().resultsOf(dossier->id);
        QCOMPARE(results->size(), std::size_t(1));
        QCOMPARE(results->front().to, u"counter"_s);
        QVERIFY(results->front().items == result(dossier->id, "r1", u"returned"_s).items);
        QCOMPARE(results->front().numbers.at(u"subject"_s), u"SPECIMEN-1"_s);
        QCOMPARE(results->front().jws, QByteArray("header.payload.r1"));
        QVERIFY(results->front().receivedAt.isValid());
        QCOMPARE((*archive().resultCursor())->text, u"c1"_s);
        QCOMPARE((*archive().resultCursor())->server, u"https://a"_s);
        QCOMPARE(events(u"result-returned"_s), 1);
        QVERIFY(archive().verify()->isSound());
    }

    void theSameResultTwiceChangesNothing()
    {
        const auto dossier = approve("zip", 2);
        const auto one = result(dossier->id, "r1", u"accepted"_s);
        QVERIFY(archive().storeResults({one, one}, std::nullopt, byStatus(), m_who));
        const auto again = archive().storeResults({one}, std::nullopt, byStatus(), m_who);
        QVERIFY(!again->front().isNew);
        QVERIFY(again->front().sessionState.isEmpty());
        QVERIFY(again->front().result.receivedAt.isValid());
        QCOMPARE(m_asked, 1);
        QCOMPARE(archive().resultsOf(dossier->id)->size(), std::size_t(1));
        QCOMPARE(archive().session(*SessionId::parse(u"S1"))->revision, qint64{3});
        QCOMPARE(events(u"result-accepted"_s), 1);
    }

    void anUnknownDossiersResultIsKeptAside()
    {
        const auto foreign = *DossierId::parse(Sha256::of("elsewhere").hex());
        const auto kept = archive().storeResults({result(foreign, "r1", u"passed"_s)},
                                                 ResultCursor{u"s"_s, u"c"_s}, byStatus(), m_who);
        QVERIFY(kept);
        QVERIFY(!kept->front().session);
        QCOMPARE(m_asked, 0);
        QCOMPARE(archive().resultsOf(foreign)->size(), std::size_t(1));
        QCOMPARE(events(u"result-unknown"_s), 1);
        QVERIFY(archive().verify()->isSound());
    }

    void aSessionWithANewerDossierDoesNotFollow()
    {
        const auto first = approve("zip one", 2);
        QVERIFY(approve("zip two", 3));
        const auto kept = archive().storeResults({result(first->id, "r1", u"returned"_s)},
                                                 std::nullopt, byStatus(), m_who);
        QVERIFY(kept->front().session && kept->front().isNew);
        QVERIFY(kept->front().sessionState.isEmpty());
        QCOMPARE(archive().session(*SessionId::parse(u"S1"))->state, u"approved"_s);
    }

    void whatFailsLeavesNothingOfThePage()
    {
        const auto dossier = approve("zip", 2);
        int asked = 0;
        const FollowResult failing =
            [&](const SessionRecord&, const ResultRecord&) -> Result<std::optional<SessionRecord>> {
            if (++asked == 2)
                return Error{ErrorCode::Internal, u"specimen"_s};
            return std::optional<SessionRecord>();
        };
        const auto kept = archive().storeResults(
            {result(dossier->id, "r1", u"accepted"_s), result(dossier->id, "r2", u"passed"_s)},
            ResultCursor{u"s"_s, u"c"_s}, failing, m_who);
        QVERIFY(!kept);
        QVERIFY(archive().resultsOf(dossier->id)->empty());
        QVERIFY(!archive().resultCursor()->has_value());
        QCOMPARE(events(u"result-accepted"_s), 0);
    }

    void aSessionThatCannotBeReadDoesNotKeepTheResultOut()
    {
        const auto dossier = approve("zip", 2);
        const FollowResult unreadable =
            [](const SessionRecord&, const ResultRecord&) -> Result<std::optional<SessionRecord>> {
            return Error{ErrorCode::Corrupt, u"specimen"_s};
        };
        const auto kept = archive().storeResults({result(dossier->id, "r1", u"passed"_s)},
                                                 std::nullopt, unreadable, m_who);
        QVERIFY(kept);
        QCOMPARE(archive().resultsOf(dossier->id)->size(), std::size_t(1));
    }

    void aReceiptAfterAResultTakesNothingBack()
    {
        const auto dossier = approve("zip", 2);
        QVERIFY(archive().storeResults({result(dossier->id, "r1", u"accepted"_s)}, std::nullopt,
                                       byStatus(), m_who));
        QVERIFY(
            archive().storeReceipt({dossier->id, "a.b.c", u"F-1"_s, m_fixture->clock.now().wall},
                                   m_fixture->event("dossier-receipted")));
        QCOMPARE(archive().session(*SessionId::parse(u"S1"))->state, u"accepted"_s);
        QCOMPARE(archive().transfer(dossier->id)->state, TransferState::Receipted);
    }
};

QTEST_GUILESS_MAIN(TestArchiveResults)
#include "tst_archive_results.moc"
