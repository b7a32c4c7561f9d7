// SPDX-License-Identifier: Apache-2.0
#include "app/archive/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(m_folder->filePath(u"test.db"_s));
        QVERIFY(opened);
        m_database = *std::move(opened);
        QVERIFY(m_database->execute(
            u"CREATE TABLE things (id TEXT PRIMARY KEY NOT NULL, content BLOB NOT NULL) STRICT"_s));
        QVERIFY(m_database->execute(
            u"CREATE TABLE parts (thing TEXT NOT NULL REFERENCES things (id)) STRICT"_s));
    }
    void cleanup() { m_database.reset(); }

    void whatTheStoreNeedsIsInForce_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("value");
        QTest::newRow("journal") << u"PRAGMA journal_mode"_s << u"wal"_s;
        QTest::newRow("synchronous") << u"PRAGMA synchronous"_s << u"2"_s;
        QTest::newRow("foreign keys") << u"PRAGMA foreign_keys"_s << u"1"_s;
        QTest::newRow("mmap") << u"PRAGMA mmap_size"_s << u"0"_s;
        QTest::newRow("secure delete") << u"PRAGMA secure_delete"_s << u"1"_s;
        QTest::newRow("busy timeout") << u"PRAGMA busy_timeout"_s << u"5000"_s;
    }
    void whatTheStoreNeedsIsInForce()
    {
        QFETCH(QString, pragma);
        QFETCH(QString, value);
        QCOMPARE(m_database->pragma(pragma)->toString(), value);
    }

    void noRowIsNotAnError()
    {
        const auto none = m_database->selectOne(u"SELECT id FROM things WHERE id = ?"_s, {u"a"_s});
        QVERIFY(none);
        QVERIFY(!*none);
        const auto broken = m_database->selectOne(u"SELECT id FROM nowhere"_s);
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, ErrorCode::Internal);
    }

    void anErrorWhileReadingIsNotTheEnd()
    {
        // The first row is read, the second fails: Qt's next() says false both times.
        const auto rows = m_database->select(u"SELECT abs(-9223372036854775807 - value) FROM"
                                             " (SELECT 0 AS value UNION ALL SELECT 1)"_s);
        QVERIFY(!rows);
    }

    void valuesComeBackAsTheyWere()
    {
        QByteArray bytes;
        for (int i = 0; i < 256; ++i)
            bytes.append(static_cast<char>(i));
        QVERIFY(m_database->change(u"INSERT INTO things (id, content) VALUES (?, ?)"_s,
                                   {u"样本'; DROP TABLE things; --"_s, bytes}));
        const auto row = m_database->selectOne(u"SELECT id, content FROM things"_s);
        QCOMPARE((*row)->at(0).toString(), u"样本'; DROP TABLE things; --"_s);
        QCOMPARE((*row)->at(1).toByteArray(), bytes);
    }

    void constraintsHaveTheirCodes()
    {
        const QString insert = u"INSERT INTO things (id, content) VALUES (?, x'00')"_s;
        QCOMPARE(*m_database->change(insert, {u"a"_s}), qint64{1});
        QCOMPARE(m_database->change(insert, {u"a"_s}).error().code, ErrorCode::AlreadyExists);
        QVERIFY(!m_database->change(u"INSERT INTO parts (thing) VALUES ('nobody')"_s));
        QCOMPARE(*m_database->change(insert, {u"b"_s}), qint64{1}); // usable after an error
    }

    void aFailedTransactionLeavesNothing()
    {
        const QString insert = u"INSERT INTO things (id, content) VALUES (?, x'00')"_s;
        const auto failed = m_database->inTransaction([&]() -> Result<void> {
            if (!m_database->change(insert, {u"a"_s}))
                return Error{ErrorCode::Internal, {}};
            return Error{ErrorCode::Conflict, u"changed my mind"_s};
        });
        QCOMPARE(failed.error().code, ErrorCode::Conflict);
        QVERIFY(m_database->select(u"SELECT id FROM things"_s)->empty());
        QVERIFY(m_database->inTransaction([&]() -> Result<void> {
            const auto done = m_database->change(insert, {u"a"_s});
            return done ? Result<void>() : done.error();
        }));
        QCOMPARE(m_database->select(u"SELECT id FROM things"_s)->size(), std::size_t{1});
    }

    void aFolderThatIsNotThereIsAStorageError()
    {
        const auto opened = Database::open(m_folder->filePath(u"nowhere/test.db"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
