// SPDX-License-Identifier: Apache-2.0
#include "app/vault/day_key.h"

#include "app/core/json.h"

#include <QTest>

#include <memory>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestDayKey : public QObject
{
    Q_OBJECT

private:
    const QDate m_day{2026, 11, 26};
    const PersonKey m_recovery = PersonKey::generate();
    const PersonKey m_clerk = PersonKey::generate();
    const PersonKey m_reviewer = PersonKey::generate();
    const PersonKey m_boss = PersonKey::generate();
    const OperatorId m_clerkId = *OperatorId::parse(u"clerk");
    const OperatorId m_reviewerId = *OperatorId::parse(u"reviewer");
    const OperatorId m_bossId = *OperatorId::parse(u"boss");
    Roster m_roster;

    NewDayKey made() const { return *makeDayKey(m_day, m_roster, m_clerkId, m_clerk); }

private Q_SLOTS:
    void init()
    {
        m_roster = Roster{.recovery = m_recovery.publicKeys()};
        m_roster.members = {
            {.id = m_bossId, .roles = {Role::Administrator}, .keys = m_boss.publicKeys()},
            {.id = m_clerkId, .roles = {Role::Operator}, .keys = m_clerk.publicKeys()},
            {.id = m_reviewerId, .roles = {Role::Reviewer}, .keys = m_reviewer.publicKeys()},
        };
    }

    void readersAndTheRecoveryKeyOpenIt()
    {
        const NewDayKey day = made();
        QVERIFY(openDayKey(day.record, m_roster, m_clerkId, m_clerk)->equals(day.key));
        QVERIFY(openDayKey(day.record, m_roster, m_reviewerId, m_reviewer)->equals(day.key));
        QVERIFY(recoverDayKey(day.record, m_roster, m_recovery)->equals(day.key));
    }

    void anAdministratorSeesNothing()
    {
        const NewDayKey day = made();
        QCOMPARE(openDayKey(day.record, m_roster, m_bossId, m_boss).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(openDayKey(day.record, m_roster, m_clerkId, m_boss).error().code,
                 ErrorCode::Corrupt);
        QCOMPARE(makeDayKey(m_day, m_roster, m_bossId, m_boss).error().code, ErrorCode::Denied);
        QCOMPARE(makeDayKey(m_day, m_roster, m_clerkId, m_boss).error().code, ErrorCode::Denied);
    }

    void aKeyThatAThiefKnowsIsNotTaken()
    {
        // Anybody can close a key for the clerk; nobody but a reader can sign for it.
        const SecretBytes known = SecretBytes::copyOf(QByteArray(32, 'k'));
        DayKeyRecord record = made().record;
        record.boxes.at(m_clerkId) = *sealTo(m_clerk.publicKeys().sealing, known);
        QCOMPARE(openDayKey(record, m_roster, m_clerkId, m_clerk).error().code, ErrorCode::Corrupt);
        record.id = keyIdOf(known);
        QCOMPARE(openDayKey(record, m_roster, m_clerkId, m_clerk).error().code, ErrorCode::Corrupt);
    }

    void aRecordOfAnotherDayOrMakerIsNotTaken()
    {
        DayKeyRecord moved = made().record;
        moved.day = m_day.addDays(1);
        QCOMPARE(openDayKey(moved, m_roster, m_clerkId, m_clerk).error().code, ErrorCode::Corrupt);
        DayKeyRecord renamed = made().record;
        renamed.maker = m_reviewerId;
        QCOMPARE(openDayKey(renamed, m_roster, m_clerkId, m_clerk).error().code,
                 ErrorCode::Corrupt);
        DayKeyRecord byBoss = made().record;
        byBoss.maker = m_bossId;
        QCOMPARE(openDayKey(byBoss, m_roster, m_clerkId, m_clerk).error().code, ErrorCode::Corrupt);
    }

    void whoLeavesOrComesIsFollowedByResealing()
    {
        const NewDayKey day = made();
        const PersonKey fresh = PersonKey::generate();
        const OperatorId freshId = *OperatorId::parse(u"fresh");
        m_roster.members.at(1).isActive = false;
        m_roster.members.push_back(
            {.id = freshId, .roles = {Role::Operator}, .keys = fresh.publicKeys()});
        const auto next = resealedDayKey(day.record, day.key, m_roster);
        QVERIFY(next);
        QCOMPARE(openDayKey(*next, m_roster, m_clerkId, m_clerk).error().code, ErrorCode::NotFound);
        QVERIFY(openDayKey(*next, m_roster, freshId, fresh)->equals(day.key));
        QVERIFY(recoverDayKey(*next, m_roster, m_recovery)->equals(day.key));
        const SecretBytes other = SecretBytes::copyOf(QByteArray(32, 'o'));
        QCOMPARE(resealedDayKey(day.record, other, m_roster).error().code, ErrorCode::InvalidInput);
    }

    void itSurvivesAsBytes()
    {
        const NewDayKey day = made();
        const auto again = DayKeyRecord::fromBytes(day.record.toBytes());
        QVERIFY(again);
        QCOMPARE(again->toBytes(), day.record.toBytes());
        QVERIFY(openDayKey(*again, m_roster, m_clerkId, m_clerk)->equals(day.key));
    }

    void otherBytesAreNoDayKey_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("id") << u"id"_s << u"AAAA"_s;
        QTest::newRow("day") << u"day"_s << u"2026-02-30"_s;
        QTest::newRow("maker") << u"maker"_s << u"a b"_s;
        QTest::newRow("signature") << u"signature"_s << u""_s;
    }
    void otherBytesAreNoDayKey()
    {
        QFETCH(const QString, member);
        QFETCH(const QString, value);
        const QByteArray bytes = made().record.toBytes();
        QJsonObject object = *parseJsonObject(bytes);
        object.insert(member, value);
        QCOMPARE(DayKeyRecord::fromBytes(canonicalJson(object)).error().code, ErrorCode::Corrupt);
        QCOMPARE(DayKeyRecord::fromBytes(bytes.chopped(1)).error().code, ErrorCode::Corrupt);
    }

    void theIdSaysNothingOfTheKey()
    {
        const NewDayKey day = made();
        QVERIFY(!day.record.toBytes().contains(day.key.view().toByteArray().toBase64()));
        QVERIFY(keyIdOf(day.key) == day.record.id);
        QVERIFY(!day.key.view().contains(day.record.id.view()));
    }
};

QTEST_GUILESS_MAIN(TestDayKey)
#include "tst_day_key.moc"
