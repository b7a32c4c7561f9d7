// SPDX-License-Identifier: Apache-2.0
#include "app/core/serial_executor.h"

#include <QList>
#include <QSemaphore>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestSerialExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobsRunInOrderOnOneForeignThread()
    {
        QList<int> order;
        QSet<QThread*> threads;
        {
            SerialExecutor executor(u"test"_s);
            QFuture<Result<int>> last;
            for (int i = 0; i < 200; ++i) {
                last = executor.run([&, i]() -> Result<int> {
                    order << i;
                    threads << QThread::currentThread();
                    return i;
                });
            }
            last.waitForFinished();
        }
        QCOMPARE(order.size(), 200);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(threads.size(), 1);
        QVERIFY(!threads.contains(QThread::currentThread()));
    }

    void waitingThreadNeverRunsAJobItself()
    {
        SerialExecutor executor(u"test"_s);
        QSemaphore gate;
        auto blocked = executor.run([&]() -> Result<bool> {
            gate.acquire();
            return true;
        });
        auto next = executor.run([main = QThread::currentThread()]() -> Result<bool> {
            return QThread::currentThread() != main;
        });
        gate.release();
        QVERIFY(*next.result());
        QVERIFY(*blocked.result());
    }

    void jobsThatNeverStartedEndAsCancelled()
    {
        QSemaphore gate;
        QSemaphore running;
        QFuture<Result<int>> waiting;
        {
            SerialExecutor executor(u"test"_s);
            auto first = executor.run([&]() -> Result<int> {
                running.release();
                gate.acquire();
                return 1;
            });
            waiting = executor.run([]() -> Result<int> { return 2; });
            running.acquire();
            QThread* releaser = QThread::create([&] {
                QThread::msleep(20);
                gate.release();
            });
            releaser->start();
            // The destructor runs now, while the first job is still held by the gate.
            connect(releaser, &QThread::finished, releaser, &QObject::deleteLater);
        }
        QVERIFY(waiting.isFinished());
        if (waiting.resultCount() == 0)
            QVERIFY(waiting.isCanceled());
        else
            QCOMPARE(*waiting.result(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSerialExecutor)
#include "tst_serial_executor.moc"
