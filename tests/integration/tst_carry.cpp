// SPDX-License-Identifier: Apache-2.0
#include "support/counter_program.h"
#include "support/intake_server.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// A counter without a network: dossiers go by a stick, receipts come back by it. The real program,
/// the real commands of the sample server.
class TestCarry : public QObject
{
    Q_OBJECT

private:
    IntakeServer m_server;
    CounterProgram m_counter;
    QTemporaryDir m_stick;
    QString m_session;
    QString m_dossier;

    ProgramRun carryOut(const QString& folder) const
    {
        return m_counter.verb({u"carry"_s, u"export"_s, folder});
    }
    /// Needs the pinned key, and no server: none answers at this address.
    ProgramRun carryIn() const
    {
        return m_counter.delivery({u"carry"_s, u"import"_s, m_stick.path()});
    }
    QJsonObject dayClose() const { return m_counter.verb({u"day"_s, u"close"_s}).lines().first(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.problem)); // makes the receipt key
        QVERIFY2(m_counter.prepare(), m_counter.problem().constData());
        QVERIFY(m_counter.pin(m_server));
        m_server.kill();
        m_session = m_counter.approvedSession();
        QVERIFY2(!m_session.isEmpty(), m_counter.problem().constData());
    }

    void aStickThatIsNotThereIsSaid()
    {
        const ProgramRun run = carryOut(m_stick.filePath(u"not/mounted"_s));
        QCOMPARE(run.exitCode, 65);
        QCOMPARE(run.errorCode(), u"not-found"_s);
        QCOMPARE(m_counter.verb({u"carry"_s, u"export"_s}).exitCode, 64);
    }

    void aFullStickSaysSoAndLeavesNoHalfFile()
    {
        const QString shell = QStandardPaths::findExecutable(u"sh"_s);
        if (shell.isEmpty())
            QSKIP("no shell to limit file sizes with");
        // A quota is a full disk by another name: files may grow to 256 KB, the dossier is larger,
        // the store's own files are smaller.
        QProcess process;
        process.start(shell,
                      QStringList{u"-c"_s, u"trap '' XFSZ; ulimit -f 512; exec \"$@\""_s, u"sh"_s,
                                  programPath(), u"--json"_s, u"--data-dir"_s, m_counter.store(),
                                  u"carry"_s, u"export"_s, m_stick.path()});
        QVERIFY(process.waitForFinished());
        const QByteArray said = process.readAllStandardOutput();
        QVERIFY2(said.contains("storage-full"),
                 (said + process.readAllStandardError()).constData());
        QCOMPARE(process.exitCode(), 75);
        QVERIFY(!said.contains("carried"));
        QVERIFY(QDir(m_stick.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void theDossierGoesToTheStickAndIsNotSent()
    {
        const ProgramRun run = carryOut(m_stick.path());
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        const QJsonObject said = run.events(u"carried"_s).value(0);
        QCOMPARE(said.value(u"session"_s).toString(), m_session);
        m_dossier = said.value(u"dossier"_s).toString();
        QCOMPARE(said.value(u"file"_s).toString(), m_dossier + u".zip"_s);
        QVERIFY(run.errors.contains("not sealed"));
        QVERIFY(QFileInfo(m_stick.filePath(m_dossier + u".zip"_s)).size() > 256 * 1024);
        QCOMPARE(
            m_counter.verb({u"dossier"_s, u"verify"_s, m_stick.filePath(m_dossier + u".zip"_s)})
                .exitCode,
            0);
        const QJsonObject open = dayClose();
        QCOMPARE(open.value(u"session"_s).toString(), m_session);
        QCOMPARE(open.value(u"reached"_s).toString(), u"sealed"_s);
        QVERIFY(open.value(u"carried"_s).toBool());
        QCOMPARE(m_counter.verb({u"day"_s, u"close"_s}).exitCode, 1);
        QVERIFY(
            carryOut(m_stick.path()).events(u"carried"_s).value(0).value(u"already"_s).toBool());
    }

    void withoutAReceiptNothingIsImported()
    {
        const ProgramRun run = carryIn();
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.output.trimmed().isEmpty());
    }

    void theProviderTakesItInOnce()
    {
        const QStringList stick{u"--stick"_s, m_stick.path()};
        QCOMPARE(m_server.command(u"carry.mjs"_s, stick), 0);
        QCOMPARE(m_server.command(u"carry.mjs"_s, stick), 0);
        QCOMPARE(m_server.filed(), QStringList{m_dossier});
    }

    void theReceiptComesBackAndTheDayIsEven()
    {
        for (int times = 0; times < 2; ++times) { // twice is once
            const ProgramRun run = carryIn();
            QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
            const QJsonObject said = run.events(u"receipted"_s).value(0);
            QCOMPARE(said.value(u"session"_s).toString(), m_session);
            QCOMPARE(said.value(u"dossier"_s).toString(), m_dossier);
        }
        const ProgramRun closed = m_counter.verb({u"day"_s, u"close"_s});
        QCOMPARE(closed.exitCode, 0);
        for (const QString& figure :
             {u"captured"_s, u"reviewed"_s, u"sealed"_s, u"sent"_s, u"receipted"_s})
            QCOMPARE(closed.last().value(figure).toInt(), 1);
        QVERIFY(carryOut(m_stick.path()).output.trimmed().isEmpty());
    }

    void theNetworkComesBackAndNothingIsSentTwice()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.problem));
        const ProgramRun run = m_counter.delivery({u"upload"_s, u"--all"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.events(u"receipted"_s).isEmpty());
        QCOMPARE(m_server.counter(u"patches"_s), 0);
        QVERIFY(m_server.command(u"issue-result.mjs"_s,
                                 {u"--dossier"_s, m_dossier, u"--status"_s, u"passed"_s}) == 0);
        QCOMPARE(m_counter.delivery({u"results"_s, u"fetch"_s}).exitCode, 0);
        QCOMPARE(m_counter.verb({u"day"_s, u"close"_s}).exitCode, 0);
    }

    void aForeignReceiptIsRefusedInWords()
    {
        const QString foreign = QString(64, u'a') + u".receipt.jws"_s;
        QVERIFY(QFile::copy(m_stick.filePath(m_dossier + u".receipt.jws"_s),
                            m_stick.filePath(foreign)));
        const ProgramRun run = carryIn();
        QCOMPARE(run.exitCode, 1);
        const QJsonObject said = run.events(u"refused"_s).value(0);
        QCOMPARE(said.value(u"file"_s).toString(), foreign);
        QVERIFY(!said.value(u"error"_s).toObject().value(u"advice"_s).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCarry)
#include "tst_carry.moc"
