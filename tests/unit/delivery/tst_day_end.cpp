// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/day_end.h"

#include "app/core/clock.h"
#include "app/delivery/carry.h"
#include "support/delivery_fixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestDayEnd : public QObject
{
    Q_OBJECT

private:
    const OperatorId m_who = *OperatorId::parse(u"op-1");
    std::unique_ptr<ArchiveFixture> m_fixture;

    Archive& archive() { return *m_fixture->archive; }
    QDate today() const { return inBeijing(m_fixture->clock.now().wall).date(); }

    DossierId keep(quint32 salt)
    {
        const StoredDossier dossier = specimenDossier(salt);
        if (!keepDossier(*m_fixture, dossier))
            qFatal("not kept");
        return dossier.record.id;
    }
    void change(quint32 salt, const QString& state)
    {
        SessionRecord record = *archive().session(specimenDossier(salt).record.session);
        const qint64 before = record.revision;
        record.state = state;
        ++record.revision;
        QVERIFY(archive().updateSession(record, before, m_fixture->event("changed")));
    }
    void receipt(const DossierId& id)
    {
        QVERIFY(archive().storeReceipt({id, "a.b.c", u"F-1"_s, m_fixture->clock.now().wall},
                                       m_fixture->event("dossier-receipted")));
    }
    void move(const DossierId& id, TransferState state)
    {
        TransferRecord transfer = *archive().transfer(id);
        transfer.state = state;
        QVERIFY(archive().saveTransfer(transfer));
    }

    /// As a foreign hand would: the closed store's rows say something else than was sealed.
    static bool damage(const QString& file, const QString& statement)
    {
        bool isDone = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"damage"_s);
            database.setDatabaseName(file);
            isDone = database.open() && QSqlQuery(database).exec(statement);
        }
        QSqlDatabase::removeDatabase(u"damage"_s);
        return isDone;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ArchiveFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void eachStageIsCountedWithThoseBeforeIt()
    {
        QVERIFY(archive().createSession(m_fixture->session(u"begun"_s), m_fixture->event("begun")));
        keep(1); // sealed
        move(keep(2), TransferState::AwaitingReceipt);
        receipt(keep(3));
        move(keep(4), TransferState::Parked);
        const auto sum = dayEnd(archive(), today());
        QVERIFY(sum);
        QCOMPARE(sum->captured, 5);
        QCOMPARE(sum->reviewed, 4);
        QCOMPARE(sum->sealed, 4);
        QCOMPARE(sum->sent, 2);
        QCOMPARE(sum->receipted, 1);
        QCOMPARE(sum->differences.size(), std::size_t(4));
        QVERIFY(!sum->isEven());
        QCOMPARE(dayEnd(archive(), today().addDays(1))->captured, 0);
    }

    void resultsDoNotChangeHowFarItCame()
    {
        for (const QString& state : {u"accepted"_s, u"passed"_s, u"rejected"_s}) {
            m_fixture = std::make_unique<ArchiveFixture>();
            QVERIFY(m_fixture->open());
            receipt(keep(1));
            change(1, state);
            const auto sum = dayEnd(archive(), today());
            QVERIFY2(sum->isEven(), qPrintable(state));
            QCOMPARE(sum->receipted, 1);
        }
    }

    void whatTheProviderReturnedIsOpenAgain()
    {
        receipt(keep(1));
        change(1, u"returned"_s);
        const auto sum = dayEnd(archive(), today());
        QCOMPARE(sum->captured, 1);
        QCOMPARE(sum->reviewed, 0);
        QCOMPARE(sum->differences.front().state, u"returned"_s);
        QCOMPARE(sum->differences.front().owner, Role::Operator);
    }

    void whatLiesOnAStickIsNotSent()
    {
        const DossierId id = keep(1);
        const QTemporaryDir stick;
        const auto folder = CarryFolder::open(stick.path());
        QVERIFY(exportDossiers(archive(), *folder, m_who, [](const CarryStep&) {}));
        const auto sum = dayEnd(archive(), today());
        QCOMPARE(sum->sealed, 1);
        QCOMPARE(sum->sent, 0);
        QVERIFY(sum->differences.front().isCarried);
        receipt(id);
        QVERIFY(dayEnd(archive(), today())->isEven());
    }

    void aSessionThatCannotBeReadIsADifference()
    {
        receipt(keep(1));
        m_fixture->archive.reset();
        QVERIFY(damage(m_fixture->path(u"store.db"_s),
                       u"UPDATE sessions SET created_at = created_at + 1"_s));
        QVERIFY(m_fixture->open());
        const auto sum = dayEnd(archive(), today());
        QVERIFY(sum);
        QVERIFY(!sum->isEven());
        QCOMPARE(sum->differences.front().state, u"damaged"_s);
        QCOMPARE(sum->differences.front().owner, Role::Administrator);
    }

    void aDayClosesEvenOrWithAReason()
    {
        keep(1);
        QCOMPARE(closeDay(archive(), today(), u"  "_s, m_who).error().code, ErrorCode::Conflict);
        QVERIFY(closeDay(archive(), today(), u"on a stick"_s, m_who));
        receipt(specimenDossier(1).record.id);
        QVERIFY(closeDay(archive(), today(), {}, m_who));
        QStringList events;
        const auto entries = archive().audit(1, 100);
        for (const AuditEntry& entry : entries.value())
            events.append(entry.event);
        QCOMPARE(events.count(u"day-closed"_s), 1);
        QCOMPARE(events.count(u"day-closed-with-reason"_s), 1);
        const auto closings = archive().dayClosings(today());
        QVERIFY(closings);
        QCOMPARE(closings->size(), std::size_t(2));
        QCOMPARE(closings->front().reason, u"on a stick"_s);
        QCOMPARE(closings->front().operatorId, m_who);
        QCOMPARE(closings->back().reason, QString());
        QVERIFY(archive().dayClosings(today().addDays(1))->empty());
    }

    void aReasonThatWasTamperedWithIsTold()
    {
        keep(1);
        QVERIFY(closeDay(archive(), today(), u"on a stick"_s, m_who));
        m_fixture->archive.reset();
        QVERIFY(damage(m_fixture->path(u"store.db"_s),
                       u"UPDATE day_closings SET operator = 'somebody-else'"_s));
        QVERIFY(m_fixture->open());
        QVERIFY(archive().dayClosings(today())->empty());
        QCOMPARE(archive().damages().front().object, u"day-closing:1"_s);
        QCOMPARE(archive().verify()->damages.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDayEnd)
#include "tst_day_end.moc"
