// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/scan_run.h"

#include "app/devices/simulated_scanner.h"
#include "app/workflow/error_text.h"
#include "support/fixed_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestScanRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scanner = std::make_unique<SimulatedScanner>(u"Simulated"_s, m_pool, m_clock,
                                                       SimulatedScanner::Timing{1ms, 2s});
        QImage paper(60, 40, QImage::Format_RGB32);
        paper.fill(0xFF204060);
        m_scanner->setGlass(paper);
    }

    void firstScannerIsTakenWhereNoneIsSet()
    {
        ScanRun run(m_scanner.get(), {});
        QSignalSpy scanned(&run, &ScanRun::scanned);
        QSignalSpy failed(&run, &ScanRun::failed);
        run.start();
        QVERIFY(run.isRunning());
        run.start(); // once is enough
        QTRY_COMPARE(scanned.size(), 1);
        QVERIFY(!run.isRunning());
        QTest::qWait(50);
        QCOMPARE(scanned.size(), 1);
        QVERIFY(failed.isEmpty()); // the end of the scan is no failure
        const auto paper = scanned.front().front().value<Picture>();
        QCOMPARE(paper.image.size(), QSize(60, 40));
        QVERIFY(!paper.master.isEmpty());
    }

    void whyNotIsSaidInWords_data()
    {
        QTest::addColumn<int>("fault");
        for (int fault = 0; fault <= static_cast<int>(ScanFault::Failed); ++fault)
            QTest::newRow(qPrintable(scanFaultName(static_cast<ScanFault>(fault)))) << fault;
    }

    void whyNotIsSaidInWords()
    {
        QFETCH(const int, fault);
        m_scanner->failNext(static_cast<ScanFault>(fault), 0);
        ScanRequest request;
        request.scanner = u"simulated"_s;
        ScanRun run(m_scanner.get(), request);
        QSignalSpy scanned(&run, &ScanRun::scanned);
        QSignalSpy failed(&run, &ScanRun::failed);
        run.start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(ErrorText::knows(failed.front().front().toString()));
        QVERIFY(scanned.isEmpty() && !run.isRunning());
        run.start(); // and the next one is good
        QTRY_COMPARE(scanned.size(), 1);
    }

    void cancelIsSilent()
    {
        m_scanner->hangNext(0);
        ScanRun run(m_scanner.get(), {});
        QSignalSpy scanned(&run, &ScanRun::scanned);
        QSignalSpy failed(&run, &ScanRun::failed);
        run.start();
        QTRY_VERIFY(m_scanner->isScanning());
        run.cancel();
        QVERIFY(!run.isRunning() && !m_scanner->isScanning());
        run.start();
        run.cancel(); // while it is still looked for
        QTest::qWait(50);
        QVERIFY(scanned.isEmpty() && failed.isEmpty());
    }

    void withoutAScannerThereIsNone()
    {
        ScanRun run(nullptr, {});
        QVERIFY(!run.isPossible());
        run.start();
        QVERIFY(!run.isRunning());
    }

private:
    FixedClock m_clock;
    QThreadPool m_pool;
    std::unique_ptr<SimulatedScanner> m_scanner;
};

QTEST_GUILESS_MAIN(TestScanRun)
#include "tst_scan_run.moc"
