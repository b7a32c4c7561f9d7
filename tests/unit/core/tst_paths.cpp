// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentGoesFirst()
    {
        const auto paths = Paths::find(u"/nowhere"_s);
        QVERIFY(paths);
        QCOMPARE(paths->data(u"x.json"_s),
                 qEnvironmentVariable("HANDSHAKE_DATA_ROOT") + u"/data/x.json"_s);
    }

    void dataBesideTheProgramIsFound()
    {
        const auto environment = qEnvironmentVariable("HANDSHAKE_DATA_ROOT");
        qunsetenv("HANDSHAKE_DATA_ROOT");
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"data"_s));
        const auto found = Paths::find(folder.path());
        const auto missing = Paths::find(folder.filePath(u"elsewhere"_s));
        qputenv("HANDSHAKE_DATA_ROOT", environment.toUtf8());
        QVERIFY(found);
        QCOMPARE(found->data(u"a"_s), folder.path() + u"/data/a"_s);
        QVERIFY(missing.error().code == ErrorCode::Configuration);
    }
};

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
