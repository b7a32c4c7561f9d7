// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// The scripted sessions of `demo --script`, through the program: each reports what it promises.
class TestDemoScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutANameTheyAreListed()
    {
        const ProgramRun run = runProgram({u"--json"_s, u"demo"_s, u"--script"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.lines().size() > 10);
        for (const QJsonObject& line : run.lines())
            QVERIFY(!line.value(u"title"_s).toString().isEmpty());
    }

    void anUnknownNameIsAnsweredWithTheList()
    {
        const ProgramRun run = runProgram({u"--json"_s, u"demo"_s, u"--script"_s, u"nosuch"_s});
        QCOMPARE(run.exitCode, 64);
        QCOMPARE(run.errorCode(), u"usage"_s);
        QVERIFY(run.output.contains("perfect"));
    }

    void aCountMustBeANumber()
    {
        const ProgramRun run = runProgram(
            {u"--json"_s, u"demo"_s, u"--script"_s, u"perfect"_s, u"--sessions"_s, u"0"_s});
        QCOMPARE(run.exitCode, 64);
    }

    void aScriptPlaysAsItPromises_data()
    {
        QTest::addColumn<QString>("name");
        if (!qEnvironmentVariableIsSet("HANDSHAKE_LONG")) {
            for (const QString& name : {u"perfect"_s, u"unplugged"_s})
                QTest::newRow(qPrintable(name)) << name;
            return;
        }
        for (const QJsonObject& line :
             runProgram({u"--json"_s, u"demo"_s, u"--script"_s}).lines()) {
            const QString name = line.value(u"script"_s).toString();
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void aScriptPlaysAsItPromises()
    {
        QFETCH(const QString, name);
        const ProgramRun run = runProgram({u"--json"_s, u"demo"_s, u"--script"_s, name});
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        const auto outcomes = run.events(u"outcome"_s);
        QCOMPARE(outcomes.size(), 1);
        QVERIFY(outcomes.first().value(u"asExpected"_s).toBool());
        QCOMPARE(outcomes.first().value(u"mayGoHome"_s).toBool(),
                 name == u"perfect"_s ||
                     outcomes.first().value(u"state"_s).toString() == u"approved"_s);
    }

    void sessionsAreNumberedInOneStore()
    {
        const QTemporaryDir folder;
        const QStringList store{u"--json"_s, u"--data-dir"_s, folder.filePath(u"store"_s)};
        const ProgramRun played = runProgram(
            store + QStringList{u"demo"_s, u"--script"_s, u"nobody"_s, u"--sessions"_s, u"2"_s});
        QCOMPARE(played.exitCode, 0);
        QCOMPARE(played.events(u"outcome"_s).size(), 2);
        QCOMPARE(runProgram(store + QStringList{u"session"_s, u"list"_s}).lines().size(), 2);
    }

    void aStoreWithRealSessionsIsRefused()
    {
        const QTemporaryDir folder;
        SpecimenFolder specimens;
        QVERIFY2(specimens.prepare(folder.filePath(u"in"_s)), specimens.errors().constData());
        const QString store = folder.filePath(u"store"_s);
        const ProgramRun real =
            runProgram(specimens.sessionRun(store, folder.filePath(u"form.pdf"_s)));
        QCOMPARE(real.exitCode, 0);
        const ProgramRun run = runProgram(
            {u"--json"_s, u"--data-dir"_s, store, u"demo"_s, u"--script"_s, u"perfect"_s});
        QCOMPARE(run.exitCode, 77);
        QCOMPARE(run.errorCode(), u"denied"_s);
    }
};

QTEST_GUILESS_MAIN(TestDemoScripts)

#include "tst_demo_scripts.moc"
