// SPDX-License-Identifier: Apache-2.0
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake::test;
using namespace Qt::StringLiterals;

/// `vision calibrate` through the built program: few pictures give curves and no proposal, own
/// figures reach the checks, wrong ones are said by name.
class TestCalibrate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_specimens.prepare(m_folder.filePath(u"in"_s)), m_specimens.errors().constData());
        QVERIFY(QDir(m_folder.path()).mkpath(u"labelled/accepted"_s));
        QVERIFY(QDir(m_folder.path()).mkpath(u"labelled/returned/sharp"_s));
        QVERIFY(QFile::copy(m_specimens.path(u"photo-2001.jpg"_s),
                            m_folder.filePath(u"labelled/accepted/a.jpg"_s)));
        QVERIFY(QFile::copy(m_specimens.path(u"photo-2001.jpg"_s),
                            m_folder.filePath(u"labelled/returned/sharp/b.jpg"_s)));
    }

    void fewPicturesGiveCurvesAndNoProposal()
    {
        const QString output = m_folder.filePath(u"out"_s);
        const ProgramRun run = call({u"vision"_s, u"calibrate"_s, u"--backdrop"_s, backdrop(),
                                     u"--output"_s, output, m_folder.filePath(u"labelled"_s)});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.lines().size() >= 6);
        for (const QJsonObject& line : run.lines()) {
            QVERIFY(!line.value(u"enough"_s).toBool());
            QVERIFY(!line.contains(u"proposed"_s));
            QCOMPARE(line.value(u"accepted"_s).toInt(), 1);
            QCOMPARE(line.value(u"returned"_s).toInt(),
                     line.value(u"check"_s).toString() == u"sharp"_s ? 1 : 0);
        }
        QFile curves(output + u"/curves.csv"_s);
        QVERIFY(curves.open(QIODevice::ReadOnly));
        QVERIFY(curves.readAll().count('\n') > 4);
        QVERIFY(!QFile::exists(output + u"/thresholds.json"_s));
    }

    void foldersWithoutLabelsAreRefused()
    {
        const ProgramRun run = call(
            {u"vision"_s, u"calibrate"_s, u"--backdrop"_s, backdrop(), m_folder.filePath(u"in"_s)});
        QCOMPARE(run.exitCode, 65);
    }

    void ownFiguresReachTheChecks()
    {
        const QString file = m_folder.filePath(u"own.json"_s);
        const auto checked = [&](const QByteArray& json) {
            QFile own(file);
            if (own.open(QIODevice::WriteOnly))
                own.write(json);
            own.close();
            return call({u"--set"_s, u"capture/thresholdsFile="_s + file, u"check"_s, u"photo"_s,
                         u"--backdrop"_s, backdrop(), m_specimens.path(u"photo-2001.jpg"_s)});
        };
        QCOMPARE(checked("{}").exitCode, 0);
        QCOMPARE(checked(R"({"size":{"width":11000}})").exitCode, 1);
        const ProgramRun wrong = checked(R"({"size":{"breadth":11000}})");
        QCOMPARE(wrong.exitCode, 78);
        QVERIFY(wrong.output.contains("size.breadth"));
    }

private:
    ProgramRun call(const QStringList& words) const
    {
        return runProgram(QStringList{u"--json"_s, u"--data-dir"_s, m_folder.filePath(u"store"_s)} +
                          words);
    }
    QString backdrop() const { return m_specimens.path(u"profile"_s); }

    QTemporaryDir m_folder;
    SpecimenFolder m_specimens;
};

QTEST_GUILESS_MAIN(TestCalibrate)
#include "tst_calibrate.moc"
