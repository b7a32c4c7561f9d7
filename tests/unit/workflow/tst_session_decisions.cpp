// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/session_decisions.h"
#include "support/fake_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestSessionDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anApprovalIsHeardOfAlsoWhenItsScreenWasLeft()
    {
        Fixture f;
        f.sessions.hold = true;
        f.decisions.approve(f.sessions.session->id);
        QVERIFY(f.decisions.isApproving());
        f.decisions.leave(); // F2 right after Ctrl+Enter
        QVERIFY(!f.decisions.isApproving());
        f.sessions.answer(0);
        QTRY_COMPARE(f.approved.size(), 1);
        QCOMPARE(f.changed.size(), 0); // the screen shows another session
    }

    void anApprovalThatFailsAfterItsScreenWasLeftIsSaidApart()
    {
        Fixture f;
        f.sessions.hold = true;
        f.sessions.failNext = Error{ErrorCode::StorageFull, u"full"_s};
        f.decisions.approve(f.sessions.session->id);
        f.decisions.leave();
        f.sessions.answer(0);
        QTRY_COMPARE(f.approvalFailed.size(), 1);
        QCOMPARE(f.failed.size(), 0);
        QCOMPARE(f.approved.size(), 0);
    }

    void anApprovalThatFailsOnItsScreenIsSaidThere()
    {
        Fixture f;
        f.sessions.failNext = Error{ErrorCode::StorageFull, u"full"_s};
        f.decisions.approve(f.sessions.session->id);
        QTRY_COMPARE(f.failed.size(), 1);
        QVERIFY(!f.decisions.isApproving());
        QCOMPARE(f.approvalFailed.size(), 0);
    }

    void whatNobodyMayTakeResponsibilityForIsNotAskedAbout()
    {
        Fixture f;
        f.prompts.reason = u"because"_s;
        f.decisions.takeResponsibility(f.sessions.view(), u"licence@subject"_s);
        f.decisions.takeResponsibility(f.sessions.view(), u"no such line"_s);
        QCOMPARE(f.prompts.asked, 0);
    }

private:
    struct Fixture {
        Fixture() { sessions.session = specimenSession(); }
        FakeSessionGateway sessions;
        FakePrompts prompts;
        SessionDecisions decisions{sessions, prompts, {*OperatorId::parse(u"op1")}};
        QSignalSpy changed{&decisions, &SessionDecisions::changed};
        QSignalSpy failed{&decisions, &SessionDecisions::failed};
        QSignalSpy approved{&decisions, &SessionDecisions::approved};
        QSignalSpy approvalFailed{&decisions, &SessionDecisions::approvalFailed};
    };
};

QTEST_GUILESS_MAIN(TestSessionDecisions)
#include "tst_session_decisions.moc"
