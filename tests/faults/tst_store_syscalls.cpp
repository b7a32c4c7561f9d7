// SPDX-License-Identifier: Apache-2.0
#include "support/store_driver.h"

#include <QFile>
#include <QStandardPaths>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// The store with a fault put into one system call after the other (strace): no false "saved".
class TestStoreSyscalls : public QObject
{
    Q_OBJECT

private:
    struct Outcome {
        DriverRun run;
        bool wasHit = false; ///< the call with that number came
    };

    /// A driver whose `number`-th call of `calls` meets `fault`.
    static Outcome runWith(const ArchiveFixture& fixture, const QString& calls,
                           const QString& fault, int number)
    {
        const QString log = fixture.config.folder + u".strace"_s;
        QProcess process;
        process.start(u"strace"_s,
                      QStringList{u"-qq"_s, u"-o"_s, log, u"-e"_s, u"trace="_s + calls, u"-e"_s,
                                  u"inject=%1:%2:when=%3"_s.arg(calls, fault).arg(number),
                                  QStringLiteral(STORE_DRIVER)} +
                          driverArguments(fixture, 2));
        Outcome outcome;
        if (!process.waitForFinished(60'000))
            return outcome;
        outcome.run = readRun(process);
        QFile trace(log);
        const QByteArray text = trace.open(QIODevice::ReadOnly) ? trace.readAll() : QByteArray();
        outcome.wasHit = text.contains("(INJECTED)") || text.contains("killed by SIGKILL");
        return outcome;
    }

    void sweep(const QString& calls, const QString& fault, int atLeast)
    {
        int hits = 0;
        for (int number = 1;; ++number) {
            ArchiveFixture fixture;
            const Outcome outcome = runWith(fixture, calls, fault, number);
            verifyKept(fixture, outcome.run.saved);
            if (QTest::currentTestFailed()) {
                qWarning("%s at call %d of %s", qPrintable(fault), number, qPrintable(calls));
                return;
            }
            if (!outcome.wasHit)
                break;
            ++hits;
        }
        QVERIFY2(hits >= atLeast, qPrintable(u"%1 faults only"_s.arg(hits)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
            QSKIP("strace is not installed");
        QProcess process;
        process.start(u"strace"_s, {u"-qq"_s, u"-e"_s, u"trace=none"_s, u"true"_s});
        if (!process.waitForFinished() || process.exitCode() != 0)
            QSKIP("processes may not be traced here");
    }

    void oneFailedRenamingIsMadeGoodByTheSecondAttempt()
    {
        ArchiveFixture fixture;
        const Outcome whole = runWith(fixture, u"rename"_s, u"error=EIO"_s, 1);
        QVERIFY(whole.wasHit);
        QCOMPARE(whole.run.exitCode, 0); // renamed at the second attempt
        QCOMPARE(whole.run.saved.size(), 2);
        verifyKept(fixture, whole.run.saved);
    }

    void errorsAtEverySync() { sweep(u"fsync,fdatasync"_s, u"error=EIO"_s, 6); }
    void killsAtEverySyncAndRename()
    {
        sweep(u"fsync,fdatasync,rename,mkdir,unlink"_s, u"signal=KILL"_s, 10);
    }
    void everyCallOfEveryAct_data()
    {
        QTest::addColumn<QString>("calls");
        QTest::addColumn<QString>("fault");
        QTest::newRow("kill") << u"openat,write,pwrite64,ftruncate,fsync,fdatasync,close,rename,"
                                 "mkdir,unlink,flock,fcntl"_s
                              << u"signal=KILL"_s;
        QTest::newRow("disk full") << u"write,pwrite64,ftruncate"_s << u"error=ENOSPC"_s;
        QTest::newRow("write error") << u"write,pwrite64,ftruncate"_s << u"error=EIO"_s;
        QTest::newRow("no file handle") << u"openat"_s << u"error=EMFILE"_s;
    }
    void everyCallOfEveryAct()
    {
        if (!qEnvironmentVariableIsSet("HANDSHAKE_LONG"))
            QSKIP("minutes long: ctest -L long");
        QFETCH(QString, calls);
        QFETCH(QString, fault);
        sweep(calls, fault, 20);
    }
};

QTEST_GUILESS_MAIN(TestStoreSyscalls)
#include "tst_store_syscalls.moc"
