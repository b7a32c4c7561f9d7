// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"
#include "app/session/session_json.h"
#include "support/specimen_session.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

namespace {

SessionRecord recordOf(const Session& session)
{
    return {.id = session.id,
            .orderId = session.filing.orderId.text(),
            .revision = session.revision,
            .state = sessionStateName(session.state),
            .content = canonicalJson(sessionToJson(session)),
            .createdAt = session.createdAt,
            .changedAt = session.createdAt};
}

} // namespace

class TestSessionJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingSurvivesTheRoundTrip()
    {
        Session session = completeSession();
        const QDateTime time(QDate(2026, 11, 23), QTime(9, 41, 7, 123), Qt::UTC);
        session.state = SessionState::Approved;
        session.counter = *CounterId::parse(u"HZ-01"_s);
        session.consent = Consent{u"abc"_s, u"zh_CN"_s, time};
        session.overrides.push_back({u"photo@site:1/sharp"_s, session.capturedBy, Role::Reviewer,
                                     u"样本"_s, time, CheckResult::Fail});
        session.chips.push_back({Owner{},
                                 {{u"name"_s, u"样本"_s}, {u"validTo"_s, u"long"_s}},
                                 u"sdt.so"_s,
                                 time,
                                 session.capturedBy});
        session.returnItems.push_back({u"photo@site:1"_s, u"1003"_s, u"样本"_s});
        session.approval = ApprovalFacts{
            session.capturedBy, 12, time, 99, {.sequence = 5, .head = Sha256::of("head")}};
        session.dossier = *DossierId::parse(Sha256::of("d").hex());
        session.predecessor = *DossierId::parse(Sha256::of("p").hex());
        session.backdropId = u"0123456789abcdef"_s;
        session.formDataRevision = 1;

        const auto back = sessionFromRecord(recordOf(session));
        QVERIFY(back);
        QCOMPARE(sessionToJson(*back), sessionToJson(session));
        QCOMPARE(back->chips.size(), 1U);
        QCOMPARE(back->chips.front().fields, session.chips.front().fields);
        QCOMPARE(back->chips.front().time, time);
        QCOMPARE(back->approval->time, time);
        QCOMPARE(back->revision, session.revision);
        QVERIFY(back->state == SessionState::Approved);
    }

    void evidenceSurvivesTheRoundTrip()
    {
        Evidence item = specimenEvidence(EvidenceRole::Photo, Owner{*WebsiteId::make(1)},
                                         {{u"name"_s, {u"样本"_s, 0.5}}});
        item.checks = {{.id = u"sharp"_s,
                        .result = CheckResult::Warn,
                        .value = 12.5,
                        .limit = 25.0,
                        .advice = u"photo.sharp"_s},
                       {.id = u"replay"_s}};
        item.corners = {{0, 0}, {10, 0}, {10, 5}, {0, 5}};
        item.face = {1, 2, 3, 4};
        item.capturedBy = *OperatorId::parse(u"op2");
        item.textZones = {{5, 6, 7, 8}};
        const EvidenceRecord record{.id = item.id,
                                    .session = *SessionId::parse(u"S2"_s),
                                    .role = evidenceRoleName(item.role),
                                    .owner = item.owner.text(),
                                    .blob = item.blob,
                                    .masterDigest = item.masterDigest,
                                    .mediaType = item.mediaType,
                                    .bytes = item.bytes,
                                    .details = canonicalJson(evidenceDetailsToJson(item))};
        const auto back = evidenceFromRecord(record);
        QVERIFY(back);
        QVERIFY(back->checks == item.checks);
        QVERIFY(back->capturedBy == item.capturedBy);
        QVERIFY(back->fields == item.fields);
        QCOMPARE(back->corners, item.corners);
        QCOMPARE(back->face, item.face);
        QVERIFY(back->textZones == item.textZones);
        QVERIFY(back->verdict() == CheckResult::Warn);
    }

    void identifierThatIsNoneIsCorruptNotAbsent_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString& key : {u"predecessor"_s, u"dossier"_s, u"counter"_s})
            QTest::newRow(qPrintable(key)) << key;
    }

    void identifierThatIsNoneIsCorruptNotAbsent()
    {
        QFETCH(const QString, key);
        const Session session = specimenSession();
        SessionRecord record = recordOf(session);
        QJsonObject content = sessionToJson(session);
        content.insert(key, u"../x"_s);
        record.content = canonicalJson(content);
        const auto back = sessionFromRecord(record);
        QVERIFY(!back && back.error().code == ErrorCode::Corrupt);
    }

    void damagedContentIsCorruptNeverGuessed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other format") << QByteArray(R"({"format":"handshake-session/2"})");
        QTest::newRow("no filing") << QByteArray(R"({"format":"handshake-session/1"})");
    }

    void damagedContentIsCorruptNeverGuessed()
    {
        QFETCH(const QByteArray, content);
        SessionRecord record = recordOf(specimenSession());
        record.content = content;
        const auto back = sessionFromRecord(record);
        QVERIFY(!back);
        QVERIFY(back.error().code == ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestSessionJson)
#include "tst_session_json.moc"
