// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// Verbs that find the store owned by a running window, with the real program on both sides.
class TestHandoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
    }

    void init() { m_store = m_folder.filePath(u"store-%1"_s.arg(++m_number)); }

    void windowRunsTheVerbAndRelaysIt()
    {
        const auto window = startWindow();
        QVERIFY(window);
        // From another folder and with names relative to it: the window works in its own.
        QStringList words = m_specimens.sessionRun(m_store, u"form.pdf"_s);
        words.replaceInStrings(m_folder.path() + u'/', QString());
        words[words.indexOf(u"--data-dir"_s) + 1] = m_store;
        const ProgramRun run = runIn(m_folder.path(), words);
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        QCOMPARE(run.events(u"saved"_s).size(), 5);
        QVERIFY(QFile::exists(m_folder.filePath(u"form.pdf"_s)));
        const QString session = run.last().value(u"session"_s).toString();

        const ProgramRun list = verb({u"session"_s, u"list"_s});
        QCOMPARE(list.exitCode, 0);
        QCOMPARE(list.last().value(u"session"_s).toString(), session);
        const ProgramRun unknown = verb({u"session"_s, u"show"_s, u"SHX7FP32AREMZPN23"_s});
        QCOMPARE(unknown.exitCode, 65);
        QCOMPARE(unknown.errorCode(), u"not-found"_s);
        const ProgramRun usage = verb({u"session"_s, u"show"_s});
        QCOMPARE(usage.exitCode, 64);
        // The photo is held against the backdrop that the call names, every time.
        const ProgramRun again =
            runProgram(m_specimens.sessionRun(m_store, m_folder.filePath(u"again.pdf"_s)));
        QVERIFY2(again.exitCode == 0, (again.output + again.errors).constData());
        QCOMPARE(window->state(), QProcess::Running);
    }

    void answersInTheLanguageOfTheCall()
    {
        const auto window = startWindow({u"--lang"_s, u"zh_CN"_s});
        QVERIFY(window);
        const QStringList words{u"session"_s, u"show"_s, u"SHX7FP32AREMZPN23"_s};
        QVERIFY(verb(words).errors.contains("does not exist"));
        QVERIFY(!verb(QStringList{u"--lang"_s, u"zh_CN"_s} + words).errors.contains("exist"));
        QVERIFY(verb(words).errors.contains("does not exist"));
    }

    void ownerMayRefuse()
    {
        const auto window = startWindow();
        QVERIFY(window);
        for (const QStringList& more :
             {QStringList{u"--set"_s, u"counter/id=C-2"_s}, {u"--operator"_s, u"somebody"_s}}) {
            const ProgramRun refused = verb(more + QStringList{u"session"_s, u"list"_s});
            QCOMPARE(refused.exitCode, 75);
            QCOMPARE(refused.errorCode(), u"busy"_s);
        }
        const ProgramRun own = verb({u"--operator"_s, u"counter"_s, u"session"_s, u"list"_s});
        QVERIFY2(own.exitCode == 0, own.errors.constData());
    }

    void otherStoreIsNobodysBusiness()
    {
        const auto window = startWindow();
        QVERIFY(window);
        const ProgramRun other =
            runProgram({u"--json"_s, u"--data-dir"_s, m_folder.filePath(u"other"_s), u"--set"_s,
                        u"counter/id=C-2"_s, u"session"_s, u"list"_s});
        QVERIFY2(other.exitCode == 0, other.errors.constData());
    }

    void verbThatOwnsTheStoreTakesNoOthers()
    {
        QProcess owner;
        owner.start(programPath(),
                    m_specimens.sessionRun(m_store, m_folder.filePath(u"own.pdf"_s)));
        QVERIFY(waitForLine(owner, "begun"));
        const ProgramRun refused = verb({u"session"_s, u"list"_s});
        const bool wasOwned = owner.state() == QProcess::Running;
        QVERIFY(owner.waitForFinished(60'000));
        if (wasOwned) {
            QCOMPARE(refused.exitCode, 75);
            QCOMPARE(refused.errorCode(), u"busy"_s);
        }
        QCOMPARE(owner.exitCode(), 0);
    }

    void ownerKilledInBetween()
    {
        const auto window = startWindow();
        QVERIFY(window);
        QProcess caller;
        caller.start(programPath(),
                     m_specimens.sessionRun(m_store, m_folder.filePath(u"killed.pdf"_s)));
        QVERIFY(waitForLine(caller, "saved"));
        window->kill();
        QVERIFY(window->waitForFinished());
        QVERIFY(caller.waitForFinished(20'000)); // its end is noticed, not waited for
        ProgramRun run;
        run.output = m_seen + caller.readAllStandardOutput();
        QCOMPARE(caller.exitStatus(), QProcess::NormalExit);
        QCOMPARE(caller.exitCode(), 75);
        QCOMPARE(run.errorCode(), u"busy"_s);
        // The dead owner's socket is in nobody's way, and what was reported is there.
        const auto saved = run.events(u"saved"_s);
        const ProgramRun resumed =
            verb({u"session"_s, u"resume"_s, saved.first().value(u"session"_s).toString()});
        QVERIFY2(resumed.exitCode == 1, (resumed.output + resumed.errors).constData());
        QVERIFY(resumed.events(u"saved"_s).size() >= saved.size());
        const auto next = startWindow();
        QVERIFY(next);
        QCOMPARE(verb({u"session"_s, u"list"_s}).exitCode, 0);
    }

    void hostileFramesDoNotDisturbTheWindow()
    {
        const auto window = startWindow();
        QVERIFY(window);
        for (const QByteArray& bytes :
             {QByteArray(4'000'000, 'x'), QByteArray("{\"words\":7}\n"), QByteArray("\n\n\n"),
              QByteArray("{\"words\":[\"session\",\"list\"],\"json\":true}"), QByteArray()}) {
            QLocalSocket hostile;
            hostile.connectToServer(socketName());
            QVERIFY(hostile.waitForConnected());
            hostile.write(bytes);
            hostile.waitForBytesWritten(2000);
            hostile.abort();
        }
        QCOMPARE(verb({u"session"_s, u"list"_s}).exitCode, 0);
        QCOMPARE(window->state(), QProcess::Running);
    }

    void socketIsTheUsersAlone()
    {
        const auto window = startWindow();
        QVERIFY(window);
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(socketName()).permissions() & others));
    }

    void twoStartersMakeOneOwner()
    {
        QProcess first;
        QProcess second;
        for (QProcess* starter : {&first, &second})
            starter->start(programPath(), {u"--data-dir"_s, m_store});
        QTRY_VERIFY_WITH_TIMEOUT(first.state() == QProcess::NotRunning ||
                                     second.state() == QProcess::NotRunning,
                                 20'000);
        QProcess& loser = first.state() == QProcess::NotRunning ? first : second;
        QProcess& owner = &loser == &first ? second : first;
        QCOMPARE(loser.exitCode(), 75);
        QTRY_VERIFY_WITH_TIMEOUT(verb({u"session"_s, u"list"_s}).exitCode == 0, 10'000);
        QCOMPARE(owner.state(), QProcess::Running);
        owner.kill();
        QVERIFY(owner.waitForFinished());
    }

private:
    struct Killer {
        void operator()(QProcess* process) const
        {
            process->kill();
            process->waitForFinished();
            delete process;
        }
    };
    using Window = std::unique_ptr<QProcess, Killer>;

    QString socketName() const
    {
        QFile file(m_store + u"/owner.socket"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed()
                                              : QString();
    }

    /// Null when the window did not begin to take verbs.
    Window startWindow(const QStringList& more = {}) const
    {
        const QString before = socketName();
        Window window(new QProcess);
        window->start(programPath(), QStringList{u"--data-dir"_s, m_store} + more);
        const bool isListening = QTest::qWaitFor(
            [&] {
                const QString name = socketName();
                return !name.isEmpty() && name != before;
            },
            20'000);
        return isListening ? std::move(window) : Window();
    }

    bool waitForLine(QProcess& process, const QByteArray& part)
    {
        m_seen.clear();
        return QTest::qWaitFor(
            [&] {
                m_seen += process.readAllStandardOutput();
                return m_seen.contains(part);
            },
            30'000);
    }

    ProgramRun verb(const QStringList& words) const
    {
        return runProgram(QStringList{u"--json"_s, u"--data-dir"_s, m_store} + words);
    }

    static ProgramRun runIn(const QString& folder, const QStringList& words)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(programPath(), words);
        ProgramRun run;
        process.waitForFinished(120'000);
        run.exitCode = process.exitCode();
        run.output = process.readAllStandardOutput();
        run.errors = process.readAllStandardError();
        return run;
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
    QString m_store;
    QByteArray m_seen;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestHandoff)
#include "tst_handoff.moc"
