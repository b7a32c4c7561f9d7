// SPDX-License-Identifier: Apache-2.0
#include "app/session/provider_result.h"

#include "app/core/json.h"
#include "app/session/session_json.h"
#include "support/specimen_session.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestProviderResult : public QObject
{
    Q_OBJECT

private:
    const DossierId m_dossier = *DossierId::parse(Sha256::of("dossier").hex());

    SessionRecord recordIn(SessionState state) const
    {
        Session session = completeSession();
        session.state = state;
        session.dossier = m_dossier;
        session.approval = ApprovalFacts{*OperatorId::parse(u"r1"), 5, session.createdAt, 1,
                                         AuditCheckpoint{1, Sha256::of("a")}};
        return {.id = session.id,
                .orderId = session.filing.orderId.text(),
                .revision = 5,
                .state = sessionStateName(state),
                .content = canonicalJson(sessionToJson(session)),
                .createdAt = session.createdAt,
                .changedAt = session.createdAt};
    }

    ResultRecord result(const QString& status, std::vector<ResultItem> items = {}) const
    {
        return {.identity = Sha256::of("r"),
                .dossier = m_dossier,
                .status = status,
                .items = std::move(items)};
    }

private Q_SLOTS:
    void theStateFollows_data()
    {
        QTest::addColumn<QString>("status");
        for (const char* status : {"accepted", "passed", "rejected"})
            QTest::newRow(status) << QString::fromLatin1(status);
    }

    void theStateFollows()
    {
        QFETCH(const QString, status);
        for (const SessionState state : {SessionState::Approved, SessionState::Sent,
                                         SessionState::Accepted, SessionState::Passed}) {
            const auto after = sessionAfterResult(recordIn(state), result(status));
            QVERIFY(after && *after);
            QCOMPARE((*after)->state, status);
            const auto session = sessionFromRecord(**after);
            QVERIFY(session && session->isFrozen());
            QVERIFY(session->dossier == m_dossier);
            QVERIFY(session->returnItems.empty());
        }
    }

    void aReturnReopensItWithItsItems()
    {
        const auto after = sessionAfterResult(
            recordIn(SessionState::Accepted),
            result(u"returned"_s,
                   {{u"photo@site:2001"_s, u"P-01"_s, u"背景不符 样本"_s, u"again"_s},
                    {u"subject.name"_s, u"F-02"_s, u"名称不符 样本"_s, {}},
                    {u"something of theirs"_s, u"X"_s, u"unknown here"_s, {}}}));
        QVERIFY(after && *after);
        const auto session = sessionFromRecord(**after);
        QVERIFY(session);
        QCOMPARE(session->state, SessionState::Returned);
        QVERIFY(!session->isFrozen());
        QVERIFY(session->predecessor == m_dossier);
        QVERIFY(!session->dossier && !session->approval);
        QCOMPARE(session->returnItems.size(), std::size_t(3));
        QCOMPARE(session->returnItems.at(0).code, u"P-01"_s);
        QCOMPARE(session->returnItems.at(0).advice, u"again"_s);
        QCOMPARE(session->returnItems.at(1).target, u"subject.name"_s);
        QCOMPARE(session->returnItems.at(2).target, u"something of theirs"_s);
    }

    void targetsTakeTheKeysEvidenceIsKeptBy()
    {
        // One person answers for subject and website: the card is kept once.
        const auto after = sessionAfterResult(
            recordIn(SessionState::Sent),
            result(u"returned"_s, {{u"id-portrait@site:2001"_s, u"C-1"_s, u"unreadable"_s, {}}}));
        QVERIFY(after && *after);
        const auto session = sessionFromRecord(**after);
        const QString target = session->returnItems.front().target;
        QVERIFY2(std::any_of(session->filing.websites.begin(), session->filing.websites.end(),
                             [&](const auto& site) {
                                 return target == u"id-portrait@site:%1"_s.arg(site.id.value());
                             }) ||
                     target == u"id-portrait@subject",
                 qPrintable(target));
    }

    void workUnderWayIsNotTakenAway()
    {
        for (const SessionState state : {SessionState::Capturing, SessionState::AwaitingForm,
                                         SessionState::AwaitingReview, SessionState::Returned}) {
            const auto after = sessionAfterResult(recordIn(state), result(u"passed"_s));
            QVERIFY(after && !*after);
        }
    }

    void aDamagedSessionIsAnError()
    {
        SessionRecord record = recordIn(SessionState::Sent);
        record.content = "{}";
        const auto after = sessionAfterResult(record, result(u"passed"_s));
        QVERIFY(!after);
        QVERIFY(after.error().code == ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestProviderResult)
#include "tst_provider_result.moc"
