// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/chip_run.h"

#include "app/devices/simulated_chip_reader.h"
#include "app/workflow/error_text.h"
#include "support/fake_session_gateway.h"
#include "support/specimen_chip.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestChipRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sessions = std::make_unique<FakeSessionGateway>();
        m_sessions->begin(specimenFiling(), who());
        m_reader = std::make_unique<SimulatedChipReader>();
        m_run = std::make_unique<ChipRun>(*m_sessions, m_reader.get());
    }

    void whatTheChipSaysIsKept()
    {
        QSignalSpy recorded(m_run.get(), &ChipRun::recorded);
        start();
        QVERIFY(m_run->isRunning() && !m_run->isPossible());
        start(); // once is enough
        QVERIFY(recorded.isEmpty());
        m_reader->layOn(chipBlock(citizenChip()));
        QTRY_COMPARE(recorded.size(), 1);
        QVERIFY(!m_run->isRunning() && m_run->isPossible());
        QCOMPARE(m_sessions->session->chips.size(), 1U);
        QCOMPARE(m_sessions->session->chips.front().fields.at(u"name"_s), u"张样本"_s);
    }

    void whyNotIsTold_data()
    {
        QTest::addColumn<QString>("detail");
        for (const char* detail :
             {"chip-no-card", "chip-no-reader", "chip-unreadable", "chip-library-unset",
              "chip-library-missing", "chip-library-wrong", "chip-hung", "chip-died"})
            QTest::newRow(detail) << QString::fromLatin1(detail);
    }

    void whyNotIsTold()
    {
        QFETCH(const QString, detail);
        m_reader->failNext({ErrorCode::Unavailable, detail});
        QSignalSpy failed(m_run.get(), &ChipRun::failed);
        start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(ErrorText::knows(u"error."_s + detail));
        QVERIFY(m_run->isPossible());
    }

    void anArchiveThatRefusesIsTold()
    {
        m_sessions->failNext = Error{ErrorCode::Conflict, u"frozen"_s};
        QSignalSpy failed(m_run.get(), &ChipRun::failed);
        m_reader->layOn(chipBlock(citizenChip()));
        start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::Conflict);
    }

    void cancelIsSilent()
    {
        QSignalSpy recorded(m_run.get(), &ChipRun::recorded);
        QSignalSpy failed(m_run.get(), &ChipRun::failed);
        start();
        m_run->cancel();
        QVERIFY(!m_run->isRunning());
        QTRY_VERIFY(m_run->isPossible());
        m_sessions->hold = true; // read, and on its way into the store
        m_reader->layOn(chipBlock(citizenChip()));
        start();
        QTRY_COMPARE(m_sessions->pending(), 1U);
        m_run->cancel();
        m_sessions->answer(0);
        QTest::qWait(20);
        QVERIFY(recorded.isEmpty() && failed.isEmpty());
    }

    void withoutAReaderThereIsNone()
    {
        ChipRun run(*m_sessions, nullptr);
        QVERIFY(!run.isPossible());
        run.start(m_sessions->session->id, Owner{}, who());
        run.cancel();
        QVERIFY(!run.isRunning());
    }

private:
    static OperatorId who() { return *OperatorId::parse(u"op1"); }
    void start() { m_run->start(m_sessions->session->id, Owner{}, who()); }

    std::unique_ptr<FakeSessionGateway> m_sessions;
    std::unique_ptr<SimulatedChipReader> m_reader;
    std::unique_ptr<ChipRun> m_run;
};

QTEST_GUILESS_MAIN(TestChipRun)
#include "tst_chip_run.moc"
