// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/invented_person.h"

#include "app/demo/paper_evaluation/name_words.h"
#include "app/filing/citizen_number.h"

#include <QSet>
#include <QTest>

using namespace handshake;
using namespace handshake::papereval;

namespace {

constexpr int kMany = 600;

InventedPerson person(int ordinal)
{
    return inventPerson(ordinal, Random(7).fork(static_cast<std::uint64_t>(ordinal)));
}

} // namespace

class TestInventedPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkCharacterIsTheStandardsOwn()
    {
        QCOMPARE(citizenCheck(QStringLiteral("11010519491231002")), QChar(u'X'));
        QCOMPARE(citizenCheck(QStringLiteral("44052418800101001")), QChar(u'4'));
    }

    void everyNumberIsValidAndSaysSexAndBirth()
    {
        for (int i = 0; i < kMany; ++i) {
            const InventedPerson one = person(i);
            QVERIFY(CitizenNumber::parse(one.number).has_value());
            QCOMPARE(one.number.mid(6, 8), one.birth.toString(QStringLiteral("yyyyMMdd")));
            QCOMPARE(one.number[16].digitValue() % 2 == 1, one.isMale);
        }
    }

    void allEthnicGroupsAndUnusualNamesOccur()
    {
        QSet<QString> groups;
        int withDot = 0;
        int withDoubleSurname = 0;
        int withRareCharacter = 0;
        for (int i = 0; i < kMany; ++i) {
            const InventedPerson one = person(i);
            groups.insert(one.ethnicity);
            withDot += one.name.contains(u'·') ? 1 : 0;
            withDoubleSurname += words::doubleSurnames().contains(one.name.first(2)) ? 1 : 0;
            withRareCharacter += words::kRareGiven.contains(one.name[1]) ? 1 : 0;
        }
        QCOMPARE(words::ethnicGroups().size(), 56);
        QCOMPARE(groups.size(), 56);
        QVERIFY(withDot > kMany / 20);
        QVERIFY(withDoubleSurname > kMany / 20);
        QVERIFY(withRareCharacter > kMany / 20);
    }

    void validityFollowsTheAgeAtIssue()
    {
        int longTerm = 0;
        for (int i = 0; i < kMany; ++i) {
            const InventedPerson one = person(i);
            if (!one.validTo) {
                ++longTerm;
                QVERIFY(one.birth.addYears(45) < one.validFrom);
                continue;
            }
            const int years = one.validTo->year() - one.validFrom.year();
            QVERIFY(years == 5 || years == 10 || years == 20);
        }
        QVERIFY(longTerm > kMany / 10);
        QVERIFY(longTerm < kMany / 2);
    }

    void issuersAreBureausAndBranches()
    {
        int branches = 0;
        for (int i = 0; i < kMany; ++i) {
            const QString issuer = person(i).issuer;
            QVERIFY(issuer.contains(QStringLiteral("公安局")));
            branches += issuer.endsWith(QStringLiteral("分局")) ? 1 : 0;
        }
        QVERIFY(branches > 0);
        QVERIFY(branches < kMany);
    }

    void sameStreamGivesTheSamePerson()
    {
        QCOMPARE(person(12).number, person(12).number);
        QVERIFY(person(12).number != person(13).number);
    }
};

QTEST_GUILESS_MAIN(TestInventedPerson)
#include "tst_invented_person.moc"
