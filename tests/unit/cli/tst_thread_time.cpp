// SPDX-License-Identifier: Apache-2.0
#include "app/cli/thread_time.h"

#include <QElapsedTimer>
#include <QTest>

using namespace handshake;

class TestThreadTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workCountsAndSleepDoesNot()
    {
        const double before = threadCpuMs();
        QTest::qSleep(60);
        const double afterSleep = threadCpuMs();
        QVERIFY(afterSleep - before < 30);
        while (threadCpuMs() < afterSleep + 5) { // ends only because work is counted
        }
        QVERIFY(threadCpuMs() >= afterSleep + 5);
    }
};

QTEST_GUILESS_MAIN(TestThreadTime)
#include "tst_thread_time.moc"
