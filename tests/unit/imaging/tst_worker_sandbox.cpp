// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWorkerSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyComputingIsLeft()
    {
#if !defined(Q_OS_LINUX) || !(defined(Q_PROCESSOR_X86_64) || defined(Q_PROCESSOR_ARM_64))
        QSKIP("there is no sandbox for this system");
#else
        QProcess probe;
        probe.start(QStringLiteral(HANDSHAKE_WORKER_HELPER), {u"sandbox"_s});
        QVERIFY(probe.waitForFinished(20'000));
        QCOMPARE(probe.exitStatus(), QProcess::NormalExit);
        QCOMPARE(probe.readAllStandardOutput(),
                 QByteArray("read no\nwrite no\nsocket no\nlocal-socket no\nsignal no\nremove no\n"
                            "memory yes\nthread yes\nprogram no\n"));
        QCOMPARE(probe.exitCode(), 0);
#endif
    }
};

QTEST_GUILESS_MAIN(TestWorkerSandbox)
#include "tst_worker_sandbox.moc"
