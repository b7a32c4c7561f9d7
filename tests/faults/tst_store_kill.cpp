// SPDX-License-Identifier: Apache-2.0
#include "support/store_driver.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <vector>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// The store against what kills or starves its process.
class TestStoreKill : public QObject
{
    Q_OBJECT

private:
    static QString driver() { return QStringLiteral(STORE_DRIVER); }

private Q_SLOTS:
    void nothingReportedIsLostToAKillAtRandom()
    {
        const int wanted = qEnvironmentVariableIntValue("HANDSHAKE_KILLS");
        const int kills = wanted > 0 ? wanted : 20;
        QRandomGenerator random(20261123); // seeded: a failure can be repeated
        ArchiveFixture fixture;
        QMap<QString, QString> saved;
        for (int i = 0; i < kills; ++i) {
            QProcess process;
            process.start(driver(), driverArguments(fixture, 100'000));
            QVERIFY(process.waitForStarted());
            // One kill in four falls into opening the store, the others into an act.
            if (i % 4 != 0)
                QVERIFY(process.waitForReadyRead(20'000));
            process.waitForFinished(random.bounded(1, 120));
            process.kill();
            QVERIFY(process.waitForFinished());
            const DriverRun run = readRun(process);
            QVERIFY(run.isCrashed);
            QVERIFY(run.refused.isEmpty());
            saved.insert(run.saved);
            verifyKept(fixture, saved);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(saved.size() >= kills, "too few acts before the kills: this proved little");
    }

    void aFullDiskIsToldAndTakesNothing_data()
    {
        QTest::addColumn<int>("limit");
        // Below the picture, around the log's growth, and generous.
        for (const int limit : {10'000, 40'000, 60'000, 80'000, 120'000, 250'000})
            QTest::addRow("%d bytes a file", limit) << limit;
    }
    void aFullDiskIsToldAndTakesNothing()
    {
        QFETCH(int, limit);
        ArchiveFixture fixture;
        QProcess process;
        process.start(driver(), driverArguments(fixture, 2));
        QVERIFY(process.waitForFinished());
        DriverRun before = readRun(process);
        QCOMPARE(before.exitCode, 0);
        process.start(driver(), driverArguments(fixture, 40,
                                                {u"--size"_s, u"30000"_s, u"--file-limit"_s,
                                                 QString::number(limit)}));
        QVERIFY(process.waitForFinished());
        const DriverRun run = readRun(process);
        QVERIFY(!run.isCrashed);
        QCOMPARE(run.exitCode, run.refused.isEmpty() ? 0 : 1);
        if (limit < 30'000) {
            QVERIFY(run.saved.isEmpty());
            QVERIFY(!run.refused.isEmpty());
        }
        for (const QString& code : run.refused)
            QVERIFY2(code == u"storage-full"_s || code == u"storage"_s, qPrintable(code));
        before.saved.insert(run.saved);
        verifyKept(fixture, before.saved);
    }

    void processesThatRaceForTheStoreGetItOneAfterTheOther()
    {
        ArchiveFixture fixture;
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 4; ++i) {
            processes.push_back(std::make_unique<QProcess>());
            processes.back()->start(driver(), driverArguments(fixture, 5));
        }
        QMap<QString, QString> saved;
        int owners = 0;
        for (const auto& process : processes) {
            QVERIFY(process->waitForFinished());
            const DriverRun run = readRun(*process);
            QVERIFY(run.exitCode == 0 || run.exitCode == 75);
            QCOMPARE(run.saved.size(), run.exitCode == 0 ? 5 : 0);
            owners += run.exitCode == 0 ? 1 : 0;
            saved.insert(run.saved);
        }
        QVERIFY(owners > 0);
        QCOMPARE(saved.size(), 5 * owners);
        verifyKept(fixture, saved);
    }
};

QTEST_GUILESS_MAIN(TestStoreKill)
#include "tst_store_kill.moc"
