// SPDX-License-Identifier: Apache-2.0
#include "app/filing/citizen_number.h"
#include "app/filing/organisation_code.h"
#include "app/filing/registration_number.h"
#include "app/filing/social_credit_code.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// What a parser makes of `typed`; empty when it refuses.
template <typename Number>
QString parsed(const QString& typed)
{
    const auto number = Number::parse(typed);
    if (number)
        return number->text();
    // What was typed may be a person's number: it must not stand in an error.
    const bool leaks = !typed.isEmpty() && number.error().detail.contains(typed);
    const bool right = number.error().code == ErrorCode::InvalidInput && !leaks;
    return right ? QString() : u"wrong error"_s;
}

void addColumns()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected"); // empty: has to be refused
}

} // namespace

class TestIdentityNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citizenNumber_data()
    {
        addColumns();
        for (const char* example : {"11010519491231002X", "440524188001010014",
                                    "810000199408230021", "830000199201300022"})
            QTest::newRow(example) << QString::fromLatin1(example) << QString::fromLatin1(example);
        QTest::newRow("small x") << u"11010519491231002x"_s << u"11010519491231002X"_s;
        QTest::newRow("blanks") << u" 110105 19491231 002X "_s << u"11010519491231002X"_s;
        QTest::newRow("full width") << u"１１０１０５19491231002Ｘ"_s << u"11010519491231002X"_s;
        QTest::newRow("check") << u"110105194912310021"_s << u""_s;
        QTest::newRow("one digit") << u"11010519491231012X"_s << u""_s;
        QTest::newRow("swapped") << u"11010519491321002X"_s << u""_s;
        QTest::newRow("30 February") << u"110105194902300028"_s << u""_s;
        QTest::newRow("15 digits") << u"110105491231002"_s << u""_s;
        QTest::newRow("letter inside") << u"1101051949123100X2"_s << u""_s;
        QTest::newRow("Arabic digit") << u"1101051949123100٢X"_s << u""_s;
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("too long") << u"11010519491231002X1"_s << u""_s;
    }

    void citizenNumber()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, expected);
        QCOMPARE(parsed<CitizenNumber>(typed), expected);
    }

    void citizenNumberSaysWhoseItIs()
    {
        const auto woman = *CitizenNumber::parse(u"11010519491231002X");
        QCOMPARE(woman.birthDate(), QDate(1949, 12, 31));
        QVERIFY(woman.isFemale());
        QCOMPARE(woman.region(), 110105);
        QVERIFY(!CitizenNumber::parse(u"440524188001010014")->isFemale());
    }

    void ageTurnsOnTheBirthday()
    {
        const auto number = *CitizenNumber::parse(u"33010019920229002X");
        QCOMPARE(number.ageOn(QDate(2010, 2, 28)), 17);
        QCOMPARE(number.ageOn(QDate(2010, 3, 1)), 18);
        QCOMPARE(number.ageOn(QDate(2012, 2, 29)), 20);
    }

    void everySingleDigitErrorIsSeen()
    {
        const QString number = u"33010019920229002X"_s;
        for (qsizetype at = 0; at < number.size() - 1; ++at) {
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString wrong = number;
                wrong[at] = QChar(digit);
                QCOMPARE(CitizenNumber::parse(wrong).has_value(), wrong == number);
            }
        }
    }

    void socialCreditCode_data()
    {
        addColumns();
        for (const char* example :
             {"91350100M000100Y43", "91110105MA0000007L", "11440300000000019K",
              "52510100MJ000000XW", "92330100MA0000AB0D", "91330100MA0000YB3B"})
            QTest::newRow(example) << QString::fromLatin1(example) << QString::fromLatin1(example);
        QTest::newRow("small letters") << u"91350100m000100y43"_s << u"91350100M000100Y43"_s;
        QTest::newRow("blanks, hyphen") << u"913501 00M000100Y-43"_s << u"91350100M000100Y43"_s;
        QTest::newRow("check") << u"91350100M000100Y44"_s << u""_s;
        QTest::newRow("letter O for 0") << u"9135O100M000100Y43"_s << u""_s;
        QTest::newRow("letter I for 1") << u"9I350100M000100Y43"_s << u""_s;
        QTest::newRow("inner code wrong") << u"91350100M000100Z43"_s << u""_s;
        QTest::newRow("short") << u"91350100M000100Y4"_s << u""_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }

    void socialCreditCode()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, expected);
        QCOMPARE(parsed<SocialCreditCode>(typed), expected);
    }

    void socialCreditCodeHoldsAnOrganisationCode()
    {
        const auto code = *SocialCreditCode::parse(u"91350100M000100Y43");
        QCOMPARE(code.organisationCode(), u"M000100Y4"_s);
        QVERIFY(OrganisationCode::parse(code.organisationCode()));
        QCOMPARE(code.ownerKind(), u"91"_s);
    }

    void organisationCode_data()
    {
        addColumns();
        QTest::newRow("standard") << u"D2143569-X"_s << u"D2143569-X"_s;
        QTest::newRow("zero") << u"E00000002"_s << u"E0000000-2"_s;
        QTest::newRow("small") << u"d2143569x"_s << u"D2143569-X"_s;
        QTest::newRow("check") << u"D2143569-1"_s << u""_s;
        QTest::newRow("sign inside") << u"D21#3569-X"_s << u""_s;
        QTest::newRow("short") << u"D214356-X"_s << u""_s;
    }

    void organisationCode()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, expected);
        QCOMPARE(parsed<OrganisationCode>(typed), expected);
    }

    void registrationNumber_data()
    {
        addColumns();
        QTest::newRow("standard") << u"110108000000016"_s << u"110108000000016"_s;
        QTest::newRow("ten") << u"100000000000014"_s << u"100000000000014"_s;
        QTest::newRow("blanks") << u"110108 000000016"_s << u"110108000000016"_s;
        QTest::newRow("check") << u"110108000000015"_s << u""_s;
        QTest::newRow("letter") << u"11010800000001X"_s << u""_s;
        QTest::newRow("13 digits") << u"1101080000016"_s << u""_s;
    }

    void registrationNumber()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, expected);
        QCOMPARE(parsed<RegistrationNumber>(typed), expected);
    }
};

QTEST_GUILESS_MAIN(TestIdentityNumbers)
#include "tst_identity_numbers.moc"
