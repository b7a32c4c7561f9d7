// SPDX-License-Identifier: Apache-2.0
#include "app/archive/database.h"
#include "app/archive/migrations.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;

    static constexpr auto kFirst = "-- a comment\nPRAGMA application_id = 1212437323;\n\n"
                                   "CREATE TABLE things (id TEXT);\n\n\n-- only a "
                                   "comment\n\nINSERT INTO things VALUES ('a');\n";

    bool write(const QString& name, const QByteArray& sql)
    {
        QDir(m_folder->path()).mkpath(u"sql"_s);
        QFile file(m_folder->filePath(u"sql/"_s + name));
        return file.open(QIODevice::WriteOnly) && file.write(sql) == sql.size();
    }
    [[nodiscard]] MigrationPlan plan() const
    {
        return {m_folder->filePath(u"sql"_s), m_folder->filePath(u"copies"_s),
                QDateTime::currentDateTimeUtc()};
    }
    [[nodiscard]] QStringList copies() const
    {
        return QDir(m_folder->filePath(u"copies"_s)).entryList(QDir::Files);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(m_folder->filePath(u"test.db"_s));
        QVERIFY(opened);
        m_database = *std::move(opened);
    }
    void cleanup() { m_database.reset(); }

    void aNewDatabaseIsBroughtToTheNewestVersionWithoutACopy()
    {
        QVERIFY(write(u"001_first.sql"_s, kFirst));
        QVERIFY(write(u"002_second.sql"_s, "ALTER TABLE things ADD COLUMN more TEXT;\r\n"));
        QCOMPARE(*migrate(*m_database, plan()), 2);
        QCOMPARE(m_database->pragma(u"PRAGMA user_version"_s)->toInt(), 2);
        QCOMPARE(m_database->select(u"SELECT id, more FROM things"_s)->size(), std::size_t{1});
        QVERIFY(copies().isEmpty());
        QCOMPARE(*migrate(*m_database, plan()), 2); // nothing to do
    }

    void anExistingDatabaseIsCopiedFirst()
    {
        QVERIFY(write(u"001_first.sql"_s, kFirst));
        QVERIFY(migrate(*m_database, plan()));
        QVERIFY(write(u"002_second.sql"_s, "DELETE FROM things;\n"));
        QCOMPARE(*migrate(*m_database, plan()), 2);
        QVERIFY(m_database->select(u"SELECT id FROM things"_s)->empty());
        QCOMPARE(copies().size(), qsizetype{1});
        QVERIFY(copies().front().startsWith(u"version-1-"_s));
        const auto copy = Database::open(m_folder->filePath(u"copies/"_s + copies().front()));
        QVERIFY(copy);
        QCOMPARE((*copy)->select(u"SELECT id FROM things"_s)->size(), std::size_t{1});
        QCOMPARE((*copy)->pragma(u"PRAGMA user_version"_s)->toInt(), 1);
    }

    void copiesAreKeptForThirtyDays()
    {
        QVERIFY(write(u"001_first.sql"_s, kFirst));
        QVERIFY(migrate(*m_database, plan()));
        QVERIFY(write(u"002_second.sql"_s, "DELETE FROM things;\n"));
        QVERIFY(migrate(*m_database, plan()));
        MigrationPlan later = plan();
        later.now = later.now.addDays(29);
        QVERIFY(migrate(*m_database, later));
        QCOMPARE(copies().size(), qsizetype{1});
        later.now = later.now.addDays(2);
        QVERIFY(migrate(*m_database, later));
        QVERIFY(copies().isEmpty());
    }

    void aFailingMigrationLeavesTheVersionAndTheTablesAlone()
    {
        QVERIFY(write(u"001_first.sql"_s, kFirst));
        QVERIFY(migrate(*m_database, plan()));
        QVERIFY(write(u"002_second.sql"_s, "DELETE FROM things;\n\nDELETE FROM nowhere;\n"));
        QVERIFY(!migrate(*m_database, plan()));
        QCOMPARE(m_database->pragma(u"PRAGMA user_version"_s)->toInt(), 1);
        QCOMPARE(m_database->select(u"SELECT id FROM things"_s)->size(), std::size_t{1});
    }

    void aNewerDatabaseIsRefused()
    {
        QVERIFY(write(u"001_first.sql"_s, kFirst));
        QVERIFY(migrate(*m_database, plan()));
        QVERIFY(m_database->execute(u"PRAGMA user_version = 7"_s));
        const auto refused = migrate(*m_database, plan());
        QCOMPARE(refused.error().code, ErrorCode::Configuration);
        QVERIFY(refused.error().detail.contains(u"newer"_s));
        QCOMPARE(m_database->pragma(u"PRAGMA user_version"_s)->toInt(), 7);
    }

    void aForeignDatabaseIsRefused()
    {
        QVERIFY(write(u"001_first.sql"_s, kFirst));
        QVERIFY(m_database->execute(u"CREATE TABLE somebody_elses (x)"_s));
        QCOMPARE(migrate(*m_database, plan()).error().code, ErrorCode::Unreadable);
    }

    void filesOutOfOrderAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("gap") << u"003_third.sql"_s;
        QTest::newRow("same number") << u"001_zweite.sql"_s;
        QTest::newRow("no number") << u"second.sql"_s;
    }
    void filesOutOfOrderAreRefused()
    {
        QFETCH(QString, name);
        QVERIFY(write(u"001_first.sql"_s, kFirst));
        QVERIFY(write(name, "SELECT 1;\n"));
        QCOMPARE(migrate(*m_database, plan()).error().code, ErrorCode::Configuration);
    }

    void noFilesAreRefused()
    {
        QCOMPARE(migrate(*m_database, plan()).error().code, ErrorCode::Configuration);
        QVERIFY(write(u"001_empty.sql"_s, "-- nothing\n"));
        QCOMPARE(migrate(*m_database, plan()).error().code, ErrorCode::Configuration);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
