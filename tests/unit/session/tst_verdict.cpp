// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"
#include "app/session/verdict.h"
#include "support/specimen_session.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = VerdictRules::load(Paths::find(u"."_s)->data(u"rules/verdict.json"_s));
        QVERIFY(loaded);
        m_rules = *loaded;
    }

    void completeSessionMayGoHome()
    {
        const Session session = completeSession();
        const Verdict verdict = judge(session);
        QVERIFY(verdict.mayGoHome);
        QVERIFY(verdict.open.empty());
        QVERIFY(stateFollowing(session, verdict) == SessionState::AwaitingReview);
    }

    void missingFormDoesNotBlockButIsListed()
    {
        const Session session = completeSession(specimenFiling(), false);
        const Verdict verdict = judge(session);
        QVERIFY(verdict.mayGoHome);
        QVERIFY(!verdict.open.empty());
        QVERIFY(stateFollowing(session, verdict) == SessionState::AwaitingForm);
    }

    void everyOtherMissingStepBlocks()
    {
        const Session complete = completeSession();
        for (const Evidence& missing : complete.evidence) {
            if (missing.role == EvidenceRole::SignedForm)
                continue;
            Session session = complete;
            std::erase_if(session.evidence,
                          [&](const Evidence& item) { return item.id == missing.id; });
            QVERIFY2(!judge(session).mayGoHome, qPrintable(missing.key()));
        }
    }

    void failedCheckBlocksUntilOverridden()
    {
        Session session = completeSession();
        const QString key = failPhoto(session, u"sharp"_s);
        const Verdict verdict = judge(session);
        QVERIFY(!verdict.mayGoHome);
        QVERIFY(verdict.open.front().overridableBy == Role::Operator);
        session.overrides.push_back(
            {key, *OperatorId::parse(u"op1"), Role::Operator, u"checked"_s, {}, CheckResult::Fail});
        QVERIFY(judge(session).mayGoHome);
    }

    void passingOverADoubtIsNotPassingOverAFailure()
    {
        Session session = completeSession();
        const Finding doubt{u"1063"_s, Severity::Warning, u"websites[0]"_s, u"x"_s, {}};
        session.overrides.push_back({u"filing/1063@websites[0]"_s,
                                     *OperatorId::parse(u"rv1"),
                                     Role::Reviewer,
                                     u"checked"_s,
                                     {},
                                     CheckResult::Warn});
        QVERIFY(verdictOf(session, m_rules, {}, {doubt}).open.empty());
        Finding failure = doubt;
        failure.severity = Severity::Error;
        QVERIFY(!verdictOf(session, m_rules, {}, {failure}).mayGoHome);
    }

    void operatorCannotVouchForAnotherBackdrop()
    {
        Session session = completeSession();
        const QString key = failPhoto(session, u"backdrop"_s);
        session.overrides.push_back(
            {key, *OperatorId::parse(u"op1"), Role::Operator, u"checked"_s, {}, CheckResult::Fail});
        QVERIFY(!judge(session).mayGoHome);
        session.overrides.back().role = Role::Reviewer;
        QVERIFY(judge(session).mayGoHome);
    }

    void nobodyCanVouchForASecondFace()
    {
        Session session = completeSession();
        const QString key = failPhoto(session, u"faces"_s);
        session.overrides.push_back(
            {key, *OperatorId::parse(u"op1"), Role::Reviewer, u"checked"_s, {}, CheckResult::Fail});
        QVERIFY(!judge(session).mayGoHome);
    }

    void nobodyCanVouchForWhatWasNotLookedAt()
    {
        const Session complete = completeSession();
        for (std::size_t i = 0; i < complete.evidence.size(); ++i) {
            if (complete.evidence[i].role == EvidenceRole::SignedForm)
                continue;
            Session session = complete;
            session.evidence[i].assessed = false;
            overrideAllThatIsOpen(session);
            QVERIFY2(!judge(session).mayGoHome, qPrintable(session.evidence[i].key()));
        }
    }

    void warningsDoNotBlockAPhoto()
    {
        Session session = completeSession();
        failPhoto(session, u"light"_s, CheckResult::Warn);
        QVERIFY(judge(session).mayGoHome);
        QVERIFY(!judge(session).open.empty());
    }

    void unreadNumberBlocksUntilComparedByEye()
    {
        Session session = completeSession();
        for (Evidence& item : session.evidence) {
            if (item.role == EvidenceRole::IdPortrait)
                item.fields.erase(u"number"_s);
        }
        QVERIFY(!judge(session).mayGoHome);
    }

    void unreadValidityOfACardBlocksUntilComparedByEye()
    {
        Session session = completeSession();
        for (Evidence& item : session.evidence) {
            if (item.role == EvidenceRole::IdEmblem)
                item.fields.clear();
        }
        const Verdict verdict = judge(session);
        QVERIFY(!verdict.mayGoHome);
        QVERIFY(verdict.open.front().overridableBy == Role::Operator);
    }

    void cardThatExpiresSoonIsTheReviewersAndAnExpiredOneNobodys()
    {
        Session session = completeSession();
        const auto holds = [&](const QString& until) {
            for (Evidence& item : session.evidence) {
                if (item.role == EvidenceRole::IdEmblem)
                    item.fields[u"validTo"_s] = {until, 0.99};
            }
            const Verdict verdict = judge(session);
            for (const OpenItem& item : verdict.open) {
                if (item.key.endsWith(u"validTo/date"))
                    return item;
            }
            return OpenItem{};
        };
        const OpenItem soon = holds(u"2026-12-01"_s);
        QVERIFY(soon.blocks && soon.overridableBy == Role::Reviewer);
        const OpenItem expired = holds(u"2026-11-01"_s);
        QVERIFY(expired.blocks && !expired.overridableBy);
    }

    void photoThatCouldNotBeLookedAtBlocks_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<Role>("role");
        QTest::newRow("nothing was measured") << u"assessment"_s << Role::Reviewer;
        QTest::newRow("faces were not counted") << u"faces"_s << Role::Operator;
    }

    void photoThatCouldNotBeLookedAtBlocks()
    {
        QFETCH(const QString, check);
        QFETCH(const Role, role);
        Session session = completeSession();
        failPhoto(session, check, CheckResult::Unknown);
        const Verdict verdict = judge(session);
        QVERIFY(!verdict.mayGoHome);
        QVERIFY(verdict.open.front().overridableBy == role);
    }

    void requiredRepresentativeIsConfirmedByEyeOrByTheReviewer()
    {
        Session session = completeSession();
        const auto judged = [&](const QString& name, double confidence) {
            for (Evidence& item : session.evidence) {
                if (item.role != EvidenceRole::Licence)
                    continue;
                item.fields.erase(u"representative"_s);
                if (!name.isEmpty())
                    item.fields[u"representative"_s] = {name, confidence};
            }
            const QDate today(2026, 11, 23);
            return verdictOf(session, m_rules,
                             crossChecks(session, today, {.personMustBeRepresentative = true}), {});
        };
        const Verdict unread = judged({}, 0);
        QVERIFY(!unread.mayGoHome);
        QVERIFY(unread.open.front().overridableBy == Role::Operator);
        const Verdict doubtful = judged(u"李样木"_s, 0.4);
        QVERIFY(!doubtful.mayGoHome);
        QVERIFY(doubtful.open.front().overridableBy == Role::Operator);
        const Verdict another = judged(u"李样木"_s, 0.99);
        QVERIFY(!another.mayGoHome);
        QVERIFY(another.open.front().overridableBy == Role::Reviewer);
    }

    void findingsOfErrorBlock()
    {
        const Session session = completeSession();
        const Finding finding{u"1041"_s, Severity::Error, u"websites[0].homeUrl"_s, u"x"_s, {}};
        QVERIFY(!verdictOf(session, m_rules, {}, {finding}).mayGoHome);
    }

    void returnedSessionStaysReturnedUntilItsItemsAreReplaced()
    {
        Session session = completeSession();
        session.returnItems.push_back({u"photo@site:1"_s, {}, u"blurred"_s});
        QVERIFY(stateFollowing(session, judge(session)) == SessionState::Returned);
    }

    void brokenRulesAreAConfigurationError_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("not JSON") << QByteArray("rules");
        QTest::newRow("no last row") << QByteArray(
            R"({"format":"handshake-verdict/1","rules":[{"match":"a","blocksOn":"fail"}]})");
        QTest::newRow("threshold") << QByteArray(
            R"({"format":"handshake-verdict/1","rules":[{"match":"*","blocksOn":"often"}]})");
        QTest::newRow("another table") << QByteArray(
            R"({"format":"handshake-forms/1","rules":[{"match":"*","blocksOn":"fail"}]})");
        QTest::newRow("who sees no evidence vouches for none")
            << QByteArray(R"({"format":"handshake-verdict/1","rules":)"
                          R"([{"match":"*","blocksOn":"fail","overridableBy":"administrator"}]})");
        QTest::newRow("role") << QByteArray(
            R"({"format":"handshake-verdict/1","rules":[{"match":"*","blocksOn":"fail","overridableBy":"anyone"}]})");
    }

    void brokenRulesAreAConfigurationError()
    {
        QFETCH(const QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"verdict.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto rules = VerdictRules::load(file.fileName());
        QVERIFY(!rules);
        QVERIFY(rules.error().code == ErrorCode::Configuration ||
                rules.error().code == ErrorCode::InvalidInput);
        QVERIFY(rules.error().where.contains(u"verdict.json"));
    }

private:
    Verdict judge(const Session& session) const
    {
        return verdictOf(session, m_rules, crossChecks(session, QDate(2026, 11, 23)), {});
    }

    /// As a reviewer would who takes responsibility for everything, permitted or not.
    void overrideAllThatIsOpen(Session& session) const
    {
        for (const OpenItem& item : judge(session).open)
            session.overrides.push_back({item.key,
                                         *OperatorId::parse(u"rv1"),
                                         Role::Reviewer,
                                         u"checked"_s,
                                         {},
                                         item.result});
    }

    static QString failPhoto(Session& session, const QString& id,
                             CheckResult result = CheckResult::Fail)
    {
        for (Evidence& item : session.evidence) {
            if (item.role != EvidenceRole::Photo)
                continue;
            item.checks.push_back({.id = id, .result = result, .advice = u"x"_s});
            return item.key() + u'/' + id;
        }
        return {};
    }

    VerdictRules m_rules;
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
