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

    /// Every call of every name: strace counts each name for itself.
    void sweep(const QString& names, const QString& fault, int atLeast)
    {
        int hits = 0;
        for (const QString& name : names.split(u',')) {
            for (int number = 1;; ++number) {
                ArchiveFixture fixture;
                const Outcome outcome = runWith(fixture, name, fault, number);
                verifyKept(fixture, outcome.run.saved);
                // One fault costs one act at most: what follows goes on.
                if (fault.startsWith(u"error="_s))
                    QVERIFY(outcome.run.refused.size() <= 1);
                if (QTest::currentTestFailed()) {
                    qWarning("%s at %s number %d", qPrintable(fault), qPrintable(name), number);
                    return;
                }
                if (!outcome.wasHit)
                    break;
                ++hits;
            }
        }
        qInfo("%d faults met", hits);
        QVERIFY2(hits >= atLeast, "too few faults met: this proved little");
    }

    /// Where the last successful call containing both texts stands; -1 if nowhere.
    static qsizetype lastCall(const QStringList& calls, const QString& call,
                              const QString& object = {})
    {
        for (qsizetype i = calls.size() - 1; i >= 0; --i) {
            if (calls.at(i).contains(call) && calls.at(i).contains(object) &&
                calls.at(i).endsWith(u"= 0"_s))
                return i;
        }
        return -1;
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

    void everySyncComesBeforeWhatReliesOnIt()
    {
        // A power cut keeps what was synced. Seen from outside, for every "saved": the bytes are
        // synced, then named, then the name is synced, then the log with row and audit entry.
        ArchiveFixture fixture;
        const QString log = fixture.config.folder + u".strace"_s;
        QProcess process;
        process.start(u"strace"_s,
                      QStringList{u"-qq"_s, u"-y"_s, u"-s"_s, u"200"_s, u"-o"_s, log, u"-e"_s,
                                  u"trace=fsync,fdatasync,rename,mkdir,write"_s,
                                  QStringLiteral(STORE_DRIVER)} +
                          driverArguments(fixture, 5));
        QVERIFY(process.waitForFinished());
        QCOMPARE(readRun(process).saved.size(), 5);
        QFile trace(log);
        QVERIFY(trace.open(QIODevice::ReadOnly));
        int acts = 0;
        QStringList calls;
        for (const QByteArray& line : trace.readAll().split('\n')) {
            calls.append(QString::fromUtf8(line));
            if (!line.contains("\"saved E"))
                continue;
            const QString picture = fixture.path(u"tmp/"_s);
            const qsizetype named = lastCall(calls, u"rename(\""_s + picture);
            QVERIFY(named >= 0);
            const QStringList words = calls.at(named).split(u'"');
            const QString folder = words.at(3).section(u'/', 0, -2);
            const qsizetype synced = lastCall(calls, u"fsync("_s, u'<' + words.at(1) + u'>');
            const qsizetype kept = lastCall(calls, u"fsync("_s, u'<' + folder + u'>');
            const qsizetype committed = lastCall(calls, u"sync("_s, u"store.db-wal>"_s);
            QVERIFY2(synced >= 0 && synced < named, "the bytes are synced before they are named");
            QVERIFY2(kept > named, "the name is synced");
            QVERIFY2(committed > kept, "the row comes last, and is synced");
            const qsizetype made = lastCall(calls, u"mkdir(\""_s + folder);
            if (made >= 0) {
                const qsizetype parent =
                    lastCall(calls, u"fsync("_s, u'<' + folder.section(u'/', 0, -2) + u'>');
                QVERIFY2(parent > made && parent < named, "a new folder is synced first");
            }
            calls.clear();
            ++acts;
        }
        QCOMPARE(acts, 5);
    }

    void errorsAtEverySync() { sweep(u"fsync,fdatasync"_s, u"error=EIO"_s, 15); }
    void killsAtEverySyncAndRename()
    {
        sweep(u"fsync,fdatasync,rename,mkdir,unlink"_s, u"signal=KILL"_s, 15);
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
