// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// `session run` whose store lies on a disk that fills up: what was reported as saved is there, the
/// failure says what, where and what to do, and the session goes on once there is room.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_mount = m_folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(m_mount));
        if (!mount(kRoomy))
            QSKIP("a small file system cannot be mounted here (needs root and tmpfs)");
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
        const ProgramRun whole = runOnDisk();
        QVERIFY2(whole.exitCode == 0, (whole.output + whole.errors).constData());
        m_used = usedKilobytes();
        unmount();
        QVERIFY(m_used > 0);
    }

    void cleanup() { unmount(); }

    void nothingReportedIsMissing_data()
    {
        QTest::addColumn<int>("percent"); // of what a whole session needs
        const bool isLong = qEnvironmentVariableIsSet("HANDSHAKE_LONG");
        for (int percent = 2; percent < 100; percent += 2) {
            if (isLong || percent == 10 || percent == 40 || percent == 70)
                QTest::addRow("%d %%", percent) << percent;
        }
    }

    void nothingReportedIsMissing()
    {
        if (m_used == 0)
            QSKIP("a small file system cannot be mounted here");
        QFETCH(const int, percent);
        QVERIFY(mount(std::max(m_used * percent / 100, 64)));
        const ProgramRun run = runOnDisk();
        QVERIFY2(!run.crashed && run.exitCode == 75, (run.output + run.errors).constData());
        const QJsonObject error = run.last().value(u"error"_s).toObject();
        QVERIFY2(error.value(u"code"_s).toString().startsWith(u"storage"_s),
                 run.output.constData());
        QVERIFY2(!error.value(u"where"_s).toString().isEmpty(), run.output.constData());
        QVERIFY(!error.value(u"advice"_s).toString().isEmpty());

        QVERIFY(remount(kRoomy));
        const QSet<QString> reported = savedOf(run);
        const auto begun = run.events(u"begun"_s);
        if (begun.isEmpty()) {
            QVERIFY(reported.isEmpty());
            return; // not even the store fitted
        }
        const QString session = begun.first().value(u"session"_s).toString();
        const ProgramRun kept = verb({u"session"_s, u"resume"_s, session});
        QVERIFY2(kept.exitCode <= 1 && !kept.crashed, (kept.output + kept.errors).constData());
        QVERIFY2(savedOf(kept).contains(reported), kept.output.constData());

        const ProgramRun completed = verb(
            {u"session"_s, u"resume"_s, session, u"--backdrop"_s, m_specimens.path(u"profile"_s),
             u"--id-portrait"_s, m_specimens.path(u"id-portrait-subject.jpg"_s), u"--id-emblem"_s,
             m_specimens.path(u"id-emblem-subject.jpg"_s), u"--licence"_s,
             m_specimens.path(u"licence.jpg"_s), u"--photo"_s,
             m_specimens.path(u"photo-2001.jpg"_s), u"--form-output"_s,
             m_folder.filePath(u"completed.pdf"_s)});
        QVERIFY2(completed.exitCode == 0, (completed.output + completed.errors).constData());
        QCOMPARE(completed.last().value(u"state"_s).toString(), u"awaiting-form"_s);
    }

private:
    static constexpr int kRoomy = 256 * 1024; ///< KB

    static bool run(const QString& program, const QStringList& arguments)
    {
        return QProcess::execute(program, arguments) == 0;
    }

    bool mount(int kilobytes)
    {
        m_isMounted = run(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=%1k"_s.arg(kilobytes),
                                       u"tmpfs"_s, m_mount});
        return m_isMounted;
    }

    bool remount(int kilobytes) const
    {
        return run(u"mount"_s, {u"-o"_s, u"remount,size=%1k"_s.arg(kilobytes), m_mount});
    }

    void unmount()
    {
        if (m_isMounted)
            m_isMounted = !run(u"umount"_s, {m_mount});
    }

    int usedKilobytes() const
    {
        QProcess process;
        process.start(u"du"_s, {u"-sk"_s, m_mount});
        process.waitForFinished();
        return process.readAllStandardOutput().split('\t').front().toInt();
    }

    ProgramRun runOnDisk() const
    {
        return runProgram(
            m_specimens.sessionRun(m_mount + u"/store"_s, m_folder.filePath(u"form.pdf"_s)));
    }

    ProgramRun verb(const QStringList& words) const
    {
        return runProgram(QStringList{u"--json"_s, u"--data-dir"_s, m_mount + u"/store"_s} + words);
    }

    static QSet<QString> savedOf(const ProgramRun& run)
    {
        QSet<QString> saved;
        for (const QJsonObject& event : run.events(u"saved"_s))
            saved.insert(event.value(u"item"_s).toString() + event.value(u"sha256"_s).toString());
        return saved;
    }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
    QString m_mount;
    int m_used = 0; ///< KB a whole session takes
    bool m_isMounted = false;
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_full_disk.moc"
