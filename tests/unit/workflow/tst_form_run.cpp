// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/form_run.h"
#include "support/fake_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestFormRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWebsitesFormGoesToThePrinter()
    {
        Fixture f;
        f.run.start(*f.sessions.session, f.who);
        QTRY_COMPARE(f.finished.size(), 1);
        QCOMPARE(f.printer.printed, 2);
        QCOMPARE(f.finished.front().front().toString(), u"Printed on Specimen printer."_s);
        QVERIFY(!f.run.isRunning());
    }

    void filesOfSeveralWebsitesAreNumbered()
    {
        Fixture f;
        f.run.start(*f.sessions.session, f.who, u"/a.b/form.pdf"_s);
        QTRY_COMPARE(f.finished.size(), 1);
        QCOMPARE(f.printer.saved, QStringList({u"/a.b/form-2001.pdf"_s, u"/a.b/form-2002.pdf"_s}));
    }

    void aFolderWithADotIsNoSuffix()
    {
        Fixture f;
        f.run.start(*f.sessions.session, f.who, u"/a.b/form"_s);
        QTRY_COMPARE(f.finished.size(), 1);
        QCOMPARE(f.printer.saved.front(), u"/a.b/form-2001"_s);
    }

    void aPrinterThatFailsEndsTheRun()
    {
        Fixture f;
        f.printer.name.clear();
        f.run.start(*f.sessions.session, f.who);
        QTRY_COMPARE(f.failed.size(), 1);
        QCOMPARE(f.finished.size(), 0);
        QVERIFY(!f.run.isRunning());
    }

    void aFormThatCannotBeMadeEndsTheRun()
    {
        Fixture f;
        f.sessions.failNext = Error{ErrorCode::StorageFull, u"full"_s};
        f.run.start(*f.sessions.session, f.who);
        QTRY_COMPARE(f.failed.size(), 1);
        QCOMPARE(f.printer.printed, 0);
    }

    void anAnswerAfterCancelIsDropped()
    {
        Fixture f;
        f.sessions.hold = true;
        f.run.start(*f.sessions.session, f.who);
        f.run.cancel();
        f.sessions.answer(0);
        QTest::qWait(5);
        QCOMPARE(f.printer.printed, 0);
        QCOMPARE(f.finished.size() + f.failed.size(), 0);
    }

    void destroyingItWithAnAnswerPendingIsHarmless()
    {
        FakeSessionGateway sessions;
        FakePrinter printer;
        sessions.session = specimenSession();
        sessions.hold = true;
        {
            FormRun run(sessions, printer);
            run.start(*sessions.session, *OperatorId::parse(u"op1"));
        }
        sessions.answer(0);
        QTest::qWait(1);
        QCOMPARE(printer.printed, 0);
    }

private:
    struct Fixture {
        Fixture()
        {
            Filing filing = specimenFiling();
            filing.websites.push_back(
                specimenWebsite(2, u"second-specimen.cn"_s, specimenSecondPerson()));
            sessions.session = specimenSession(filing);
        }
        OperatorId who = *OperatorId::parse(u"op1");
        FakeSessionGateway sessions;
        FakePrinter printer;
        FormRun run{sessions, printer};
        QSignalSpy finished{&run, &FormRun::finished};
        QSignalSpy failed{&run, &FormRun::failed};
    };
};

QTEST_GUILESS_MAIN(TestFormRun)
#include "tst_form_run.moc"
