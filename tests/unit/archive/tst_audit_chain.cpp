// SPDX-License-Identifier: Apache-2.0
#include "support/archive_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestAuditChain : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::ArchiveFixture> m_fixture;

    Archive& archive() { return *m_fixture->archive; }
    Result<void> append(const char* name) { return archive().appendAudit(m_fixture->event(name)); }

    /// Somebody sets the wall clock; the monotonic one stays.
    void setWall(std::chrono::milliseconds by)
    {
        Instant& instant = m_fixture->clock.instant;
        instant.wall = instant.wall.addMSecs(by.count());
    }

    [[nodiscard]] QStringList events()
    {
        QStringList names;
        const auto entries = archive().audit(1, 100);
        if (!entries)
            return {entries.error().detail};
        for (const AuditEntry& entry : *entries)
            names.append(entry.event);
        return names;
    }

    /// With the guards off: what somebody with the file in hand can do.
    bool tamper(const QStringList& statements)
    {
        m_fixture->archive.reset();
        bool isDone = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
            database.setDatabaseName(m_fixture->path(u"store.db"_s));
            isDone = database.open();
            for (const QString& statement : statements) {
                QSqlQuery query(database);
                isDone = isDone && query.exec(statement);
            }
        }
        QSqlDatabase::removeDatabase(u"tamper"_s);
        return isDone && m_fixture->open();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::ArchiveFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void anEmptyChainHasACheckpoint()
    {
        QCOMPARE(archive().checkpoint()->sequence, qint64{0});
        QCOMPARE(archive().checkpoint()->head.hex(), QString(64, u'0'));
        QVERIFY(archive().verify()->isSound());
    }

    void eachEntryHoldsTheHashOfTheOneBefore()
    {
        for (const char* name : {"login", "dossier-viewed", "logout"})
            QVERIFY(append(name));
        const auto entries = archive().audit(1, 100);
        QCOMPARE(entries->size(), std::size_t{3});
        QCOMPARE(entries->at(0).previous.hex(), QString(64, u'0'));
        QVERIFY(entries->at(1).previous == entries->at(0).hash);
        QVERIFY(entries->at(2).previous == entries->at(1).hash);
        QVERIFY(archive().checkpoint()->head == entries->at(2).hash);
        QCOMPARE(archive().checkpoint()->sequence, qint64{3});
        QCOMPARE(archive().audit(2, 1)->front().event, u"dossier-viewed"_s);
        QCOMPARE(entries->at(0).wall, m_fixture->clock.now().wall);
        QCOMPARE(entries->at(0).operatorId.text(), u"operator-1"_s);
    }

    void theChainGoesOnAfterARestart()
    {
        QVERIFY(append("login"));
        const AuditCheckpoint before = *archive().checkpoint();
        QVERIFY(m_fixture->open());
        QVERIFY(append("login"));
        QVERIFY(archive().audit(2, 1)->front().previous == before.head);
        QVERIFY(archive().verify()->isSound());
        QCOMPARE(archive().verify()->auditEntries, qint64{2});
    }

    void aNamelessEventIsRefused() { QCOMPARE(append("").error().code, ErrorCode::InvalidInput); }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("place");
        const QString noUpdate = u"DROP TRIGGER audit_is_not_changed"_s;
        const QString noDelete = u"DROP TRIGGER audit_is_not_deleted"_s;
        const auto change = [&](const char* name, const QString& what, const QString& place) {
            QTest::newRow(name) << QStringList{noUpdate, u"UPDATE audit SET "_s + what} << place;
        };
        change("event", u"event = 'x' WHERE sequence = 2"_s, u"2"_s);
        change("object", u"object = 'x' WHERE sequence = 2"_s, u"2"_s);
        change("operator", u"operator = 'x' WHERE sequence = 2"_s, u"2"_s);
        change("wall", u"wall = wall + 1 WHERE sequence = 2"_s, u"2"_s);
        change("monotonic", u"monotonic = monotonic + 1 WHERE sequence = 2"_s, u"2"_s);
        change("hash", u"hash = previous WHERE sequence = 2"_s, u"2"_s);
        change("not a hash", u"hash = 'x' WHERE sequence = 2"_s, u"2"_s);
        QTest::newRow("one cut out")
            << QStringList{noDelete, u"DELETE FROM audit WHERE sequence = 2"_s} << u"3"_s;
        QTest::newRow("the beginning cut off")
            << QStringList{noDelete, u"DELETE FROM audit WHERE sequence = 1"_s} << u"2"_s;
        QTest::newRow("the end cut off")
            << QStringList{noDelete, u"DELETE FROM audit WHERE sequence = 4"_s} << u"4"_s;
        QTest::newRow("all gone") << QStringList{noDelete, u"DELETE FROM audit"_s} << u"1"_s;
    }
    void tamperingIsFound()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, place);
        for (const char* name : {"login", "dossier-viewed", "printed", "logout"})
            QVERIFY(append(name));
        QVERIFY(tamper(statements));
        const auto report = archive().verify();
        QVERIFY(report);
        QVERIFY(!report->isSound());
        QCOMPARE(report->damages.front().kind, Damage::Kind::AuditBroken);
        QCOMPARE(report->damages.front().object, place);
    }

    void theDatabaseItselfRefusesChanges()
    {
        QVERIFY(append("login"));
        QVERIFY(!tamper({u"UPDATE audit SET event = 'x'"_s}));
        QVERIFY(!tamper({u"DELETE FROM audit"_s}));
    }

    void aClockSetBackIsAnEntryOfItsOwn()
    {
        QVERIFY(append("login"));
        m_fixture->clock.advance(std::chrono::seconds(10));
        setWall(-std::chrono::hours(1));
        QVERIFY(append("logout"));
        QCOMPARE(events(), (QStringList{u"login"_s, u"clock-set-back"_s, u"logout"_s}));
        QCOMPARE(archive().audit(2, 1)->front().object, u"-3600"_s);
        QVERIFY(append("login")); // told once
        QCOMPARE(events().size(), qsizetype{4});
        QVERIFY(archive().verify()->isSound());
    }

    void aClockSetBackBetweenTwoRunsIsFoundToo()
    {
        QVERIFY(append("login"));
        setWall(-std::chrono::hours(24 * 3653));
        QVERIFY(m_fixture->open());
        QVERIFY(append("login"));
        QCOMPARE(events().at(1), u"clock-set-back"_s);
    }

    void aClockFarAheadIsToldAndSmallStepsAreNot()
    {
        QVERIFY(append("login"));
        setWall(-std::chrono::milliseconds(1500));
        QVERIFY(append("a"));
        setWall(std::chrono::minutes(5));
        QVERIFY(append("b"));
        QCOMPARE(events().size(), qsizetype{3});
        setWall(std::chrono::hours(1));
        QVERIFY(append("c"));
        QCOMPARE(events().at(3), u"clock-ahead"_s);
        QCOMPARE(archive().audit(4, 1)->front().object, u"3600"_s);
    }
};

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_audit_chain.moc"
