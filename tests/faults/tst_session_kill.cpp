// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// SIGKILL at random during `session run`: every item reported as saved is there afterwards, and
/// the session goes on at the same step.
class TestSessionKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
        QElapsedTimer timer;
        timer.start();
        const ProgramRun whole = runProgram(
            m_specimens.sessionRun(m_folder.filePath(u"measure"_s), m_folder.filePath(u"m.pdf"_s)));
        QVERIFY2(whole.exitCode <= 1 && !whole.crashed, (whole.output + whole.errors).constData());
        m_wholeMs = static_cast<int>(timer.elapsed());
    }

    void nothingReportedIsLost()
    {
        const int kills = qEnvironmentVariableIntValue("HANDSHAKE_KILLS") > 0
                              ? qEnvironmentVariableIntValue("HANDSHAKE_KILLS")
                              : 6;
        QRandomGenerator random(20261123); // seeded: a failure can be repeated
        const QString store = m_folder.filePath(u"store"_s);
        int reported = 0;
        for (int i = 0; i < kills; ++i) {
            const QSet<QString> saved = runAndKill(store, random.bounded(m_wholeMs));
            reported += static_cast<int>(saved.size());
            verifyKept(store, saved);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(reported > 0, "every kill came before the first save: the test proved nothing");
    }

private:
    QSet<QString> runAndKill(const QString& store, int afterMs)
    {
        QProcess process;
        process.start(programPath(), m_specimens.sessionRun(store, m_folder.filePath(u"f.pdf"_s)));
        process.waitForFinished(afterMs);
        process.kill();
        process.waitForFinished();
        QSet<QString> saved;
        ProgramRun run;
        run.output = process.readAllStandardOutput();
        for (const QJsonObject& event : run.events(u"saved"_s)) {
            m_session = event.value(u"session"_s).toString();
            saved.insert(event.value(u"item"_s).toString() + event.value(u"sha256"_s).toString());
        }
        return saved;
    }

    void verifyKept(const QString& store, const QSet<QString>& saved)
    {
        if (saved.isEmpty())
            return;
        const ProgramRun resumed =
            runProgram({u"--json"_s, u"--data-dir"_s, store, u"session"_s, u"resume"_s, m_session});
        QVERIFY2(!resumed.crashed && resumed.exitCode <= 1,
                 (resumed.output + resumed.errors).constData());
        QSet<QString> kept;
        for (const QJsonObject& event : resumed.events(u"saved"_s))
            kept.insert(event.value(u"item"_s).toString() + event.value(u"sha256"_s).toString());
        QVERIFY2(kept.contains(saved), resumed.output.constData());
        QVERIFY(!resumed.events(u"verdict"_s).isEmpty());
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
    QString m_session;
    int m_wholeMs = 0;
};

QTEST_GUILESS_MAIN(TestSessionKill)
#include "tst_session_kill.moc"
