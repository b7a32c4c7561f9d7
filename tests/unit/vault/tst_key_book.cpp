// SPDX-License-Identifier: Apache-2.0
#include "app/vault/key_book.h"

#include "app/core/json.h"
#include "support/quick_stretcher.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestKeyBook : public QObject
{
    Q_OBJECT

private:
    const QuickStretcher m_stretcher;
    const PersonKey m_recovery = PersonKey::generate();
    const OperatorId m_boss = *OperatorId::parse(u"boss");
    const OperatorId m_clerk = *OperatorId::parse(u"clerk");
    const SecretBytes m_bossWord = SecretBytes::copyOf("boss's words");
    const SecretBytes m_clerkWord = SecretBytes::copyOf("clerk's words");
    std::unique_ptr<KeyBook> m_book;

    PersonKey boss() const { return *m_book->unlock(m_boss, m_bossWord, m_stretcher); }
    Result<KeyBook> withClerk() const
    {
        return m_book->enrol({.id = m_clerk, .roles = {Role::Operator}}, m_clerkWord, m_boss,
                             boss(), m_stretcher);
    }
    /// The book after `change` worked on its roster as JSON.
    template <typename Change>
    Result<KeyBook> altered(const KeyBook& book, Change change) const
    {
        QJsonObject object = *parseJsonObject(book.toBytes());
        QJsonObject roster = object.value(u"roster"_s).toObject();
        change(roster);
        object.insert(u"roster"_s, roster);
        return KeyBook::fromBytes(canonicalJson(object));
    }

private Q_SLOTS:
    void init()
    {
        m_book = std::make_unique<KeyBook>(
            *KeyBook::found({.administrator = m_boss, .roles = {}, .cost = {}}, m_bossWord,
                            m_recovery, m_stretcher));
    }

    void theFirstIsAnAdministrator()
    {
        const Member* member = m_book->roster().find(m_boss);
        QVERIFY(member);
        QVERIFY(member->has(Role::Administrator));
        QVERIFY(m_book->roster().verify());
        QVERIFY(m_book->roster().readers().empty());
        QVERIFY(m_book->unlock(m_boss, m_bossWord, m_stretcher));
    }

    void eachOpensOnlyTheirOwn()
    {
        const auto book = withClerk();
        QVERIFY(book);
        QCOMPARE(book->roster().readers().size(), std::size_t{1});
        QVERIFY(book->unlock(m_clerk, m_clerkWord, m_stretcher));
        QCOMPARE(book->unlock(m_clerk, m_bossWord, m_stretcher).error().code, ErrorCode::Denied);
        QCOMPARE(book->unlock(*OperatorId::parse(u"nobody"), m_bossWord, m_stretcher).error().code,
                 ErrorCode::NotFound);
    }

    void onlyAnAdministratorChangesTheBook()
    {
        const auto book = withClerk();
        const auto clerk = book->unlock(m_clerk, m_clerkWord, m_stretcher);
        const KeyBook::Enrolment friendOfClerk{.id = *OperatorId::parse(u"friend"),
                                               .roles = {Role::Reviewer}};
        QCOMPARE(book->enrol(friendOfClerk, m_clerkWord, m_clerk, *clerk, m_stretcher).error().code,
                 ErrorCode::Denied);
        QCOMPARE(book->enrol(friendOfClerk, m_clerkWord, m_boss, *clerk, m_stretcher).error().code,
                 ErrorCode::Denied);
        QCOMPARE(book->remove(m_boss, m_clerk, *clerk).error().code, ErrorCode::Denied);
        QCOMPARE(m_book
                     ->enrol({.id = m_boss, .roles = {Role::Operator}}, m_clerkWord, m_boss, boss(),
                             m_stretcher)
                     .error()
                     .code,
                 ErrorCode::AlreadyExists);
        QCOMPARE(
            m_book->enrol({.id = m_clerk}, m_clerkWord, m_boss, boss(), m_stretcher).error().code,
            ErrorCode::InvalidInput);
    }

    void aRemovedPersonStaysByName()
    {
        const auto book = withClerk()->remove(m_clerk, m_boss, boss());
        QVERIFY(book);
        QCOMPARE(book->unlock(m_clerk, m_clerkWord, m_stretcher).error().code,
                 ErrorCode::NotFound); // the key is gone, not only barred
        QVERIFY(book->roster().find(m_clerk));
        QVERIFY(book->roster().readers().empty());
        QCOMPARE(book->roster().generation, qint64{3});
        QVERIFY(book->roster().verify());
        QCOMPARE(book->remove(m_clerk, m_boss, boss()).error().code, ErrorCode::NotFound);
        QCOMPARE(m_book->remove(m_boss, m_boss, boss()).error().code, ErrorCode::Conflict);
    }

    void aPassphraseIsChangedByWhoKnowsIt()
    {
        const SecretBytes next = SecretBytes::copyOf("next words");
        const auto changed = m_book->changePassphrase(m_boss, m_bossWord, next, {}, m_stretcher);
        QVERIFY(changed);
        const auto key = changed->unlock(m_boss, next, m_stretcher);
        QVERIFY(key);
        QVERIFY(key->publicKeys() == boss().publicKeys());
        QCOMPARE(changed->unlock(m_boss, m_bossWord, m_stretcher).error().code, ErrorCode::Denied);
        QCOMPARE(m_book->changePassphrase(m_boss, next, next, {}, m_stretcher).error().code,
                 ErrorCode::Denied);
    }

    void itSurvivesAsBytes()
    {
        const auto book = withClerk();
        const auto again = KeyBook::fromBytes(book->toBytes());
        QVERIFY(again);
        QVERIFY(*again == *book);
        QVERIFY(again->unlock(m_clerk, m_clerkWord, m_stretcher));
    }

    void everyCutIsNoKeyFile()
    {
        const QByteArray bytes = m_book->toBytes();
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QCOMPARE(KeyBook::fromBytes(bytes.first(size)).error().code, ErrorCode::Corrupt);
    }

    void aForeignHandInTheRosterIsFound_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const PersonPublicKeys thief = PersonKey::generate().publicKeys();
        QTest::newRow("own keys put in")
            << u"keys"_s
            << QJsonValue(QJsonObject{{u"sealing"_s, thief.sealing.base64()},
                                      {u"signing"_s, thief.signing.base64()}});
        QTest::newRow("another role") << u"roles"_s << QJsonValue(QJsonArray{u"reviewer"_s});
        QTest::newRow("barred") << u"active"_s << QJsonValue(false);
        QTest::newRow("another name") << u"id"_s << QJsonValue(u"thief"_s);
        QTest::newRow("vouched for by themselves") << u"issuer"_s << QJsonValue(u"clerk"_s);
    }
    void aForeignHandInTheRosterIsFound()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        const auto book = altered(*withClerk(), [&](QJsonObject& roster) {
            QJsonArray members = roster.value(u"members"_s).toArray();
            QJsonObject clerk = members.at(1).toObject();
            clerk.insert(member, value);
            members[1] = clerk;
            roster.insert(u"members"_s, members);
        });
        QVERIFY(book);
        QCOMPARE(book->roster().verify().error().code, ErrorCode::Corrupt);
        QCOMPARE(book->unlock(m_boss, m_bossWord, m_stretcher).error().code, ErrorCode::Corrupt);
    }

    void aWholeBookOfAnotherRecoveryKeyIsNotTheirs()
    {
        // The thief's book lists the clerk's wrapped key, which is bound to the true recovery key.
        const PersonKey other = PersonKey::generate();
        const auto book = altered(*withClerk(), [&](QJsonObject& roster) {
            roster.insert(u"recovery"_s,
                          QJsonObject{{u"sealing"_s, other.publicKeys().sealing.base64()},
                                      {u"signing"_s, other.publicKeys().signing.base64()}});
        });
        QVERIFY(book);
        QCOMPARE(book->unlock(m_clerk, m_clerkWord, m_stretcher).error().code, ErrorCode::Denied);
    }
};

QTEST_GUILESS_MAIN(TestKeyBook)
#include "tst_key_book.moc"
