// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWorkerSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyComputingIsLeft_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("reading");
        QTest::newRow("decoding") << QStringList{u"sandbox"_s} << QByteArray("read no\n");
        QTest::newRow("drawing with fonts")
            << QStringList{u"sandbox"_s, u"read"_s} << QByteArray("read yes\n");
    }

    void onlyComputingIsLeft()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, reading);
#if !defined(Q_OS_LINUX) || !(defined(Q_PROCESSOR_X86_64) || defined(Q_PROCESSOR_ARM_64))
        QSKIP("there is no sandbox for this system");
#else
        QProcess probe;
        probe.start(QStringLiteral(HANDSHAKE_WORKER_HELPER), arguments);
        QVERIFY(probe.waitForFinished(20'000));
        QCOMPARE(probe.exitStatus(), QProcess::NormalExit);
        QCOMPARE(
            probe.readAllStandardOutput(),
            reading +
                QByteArray("append no\nwrite no\nsocket no\nlocal-socket no\nsignal no\nremove no\n"
                           "memory yes\nthread yes\nprogram no\n"));
        QCOMPARE(probe.exitCode(), 0);
#endif
    }
};

QTEST_GUILESS_MAIN(TestWorkerSandbox)
#include "tst_worker_sandbox.moc"
