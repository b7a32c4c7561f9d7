// SPDX-License-Identifier: Apache-2.0
#include "app/filing/machine_readable_zone.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 26);

/// The specimens printed in ICAO Doc 9303-4, -5 and -6 (Utopia).
QStringList passport()
{
    return {u"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"_s,
            u"L898902C36UTO7408122F1204159ZE184226B<<<<<10"_s};
}

QStringList card()
{
    return {u"I<UTOD231458907<<<<<<<<<<<<<<<"_s, u"7408122F1204159UTO<<<<<<<<<<<6"_s,
            u"ERIKSSON<<ANNA<MARIA<<<<<<<<<<"_s};
}

QStringList small()
{
    return {u"I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"_s, u"D231458907UTO7408122F1204159<<<<<<<6"_s};
}

} // namespace

class TestMachineReadableZone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specimensAreRead_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("optional");
        QTest::newRow("passport") << passport() << u"L898902C3"_s << u"P"_s << u"ZE184226B"_s;
        QTest::newRow("card") << card() << u"D23145890"_s << u"I"_s << QString();
        QTest::newRow("small") << small() << u"D23145890"_s << u"I"_s << QString();
    }

    void specimensAreRead()
    {
        QFETCH(const QStringList, lines);
        QFETCH(const QString, number);
        QFETCH(const QString, code);
        QFETCH(const QString, optional);
        const auto zone = MachineReadableZone::parse(lines, kToday);
        QVERIFY2(zone, zone ? "" : qPrintable(zone.error().detail));
        QCOMPARE(zone->number(), number);
        QCOMPARE(zone->documentCode(), code);
        QCOMPARE(zone->issuer(), u"UTO"_s);
        QCOMPARE(zone->nationality(), u"UTO"_s);
        QCOMPARE(zone->surname(), u"ERIKSSON"_s);
        QCOMPARE(zone->givenNames(), u"ANNA MARIA"_s);
        QCOMPARE(zone->birthDate(), QDate(1974, 8, 12));
        QCOMPARE(zone->expiryDate(), QDate(2012, 4, 15));
        QCOMPARE(zone->sex(), QChar(u'F'));
        QCOMPARE(zone->optionalData(), optional);
        QCOMPARE(zone->exchanged(), 0);
    }

    void everyWrongDigitIsFound()
    {
        // Doc 9303-3: weights 7 3 1 find every single digit that was misread as another.
        const QStringList lines = passport();
        int tried = 0;
        for (const int at : {0, 4, 9, 13, 16, 19, 21, 25, 27, 30, 43}) {
            for (QChar digit = u'0'; digit <= u'9'; digit = QChar(digit.unicode() + 1)) {
                QStringList changed = lines;
                if (changed[1][at] == digit || changed[1][at].isLetter())
                    continue;
                changed[1][at] = digit;
                QVERIFY2(!MachineReadableZone::parse(changed, kToday), qPrintable(changed[1]));
                ++tried;
            }
        }
        QVERIFY(tried > 60);
    }

    void confusedCharactersAreExchangedWhereOnlyOneCanStand()
    {
        QStringList lines = passport();
        lines[1].replace(13, 6, u"74O8I2"_s); // birth
        lines[0][9] = u'5';                   // ERIK5SON
        const auto zone = MachineReadableZone::parse(lines, kToday);
        QVERIFY(zone);
        QCOMPARE(zone->birthDate(), QDate(1974, 8, 12));
        QCOMPARE(zone->surname(), u"ERIKSSON"_s);
        QCOMPARE(zone->exchanged(), 3);
    }

    void longNumbersOfCardsGoOn()
    {
        // Doc 9303-5, appendix: D23145890734, the check digit behind its end.
        const auto zone = MachineReadableZone::parse({u"I<UTOD23145890<7349<<<<<<<<<<<"_s,
                                                      u"3407127M9507122UTO<<<<<<<<<<<2"_s,
                                                      u"STEVENSON<<PETER<JOHN<<<<<<<<<"_s},
                                                     kToday);
        QVERIFY2(zone, zone ? "" : qPrintable(zone.error().detail));
        QCOMPARE(zone->number(), u"D23145890734"_s);
        QCOMPARE(zone->birthDate(), QDate(1934, 7, 12));
        QVERIFY(zone->optionalData().isEmpty());
    }

    void centuriesFollowFromToday_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QDate>("date");
        QTest::newRow("this year") << u"260101"_s << QDate(2026, 1, 1);
        QTest::newRow("next year is a hundred ago") << u"270101"_s << QDate(1927, 1, 1);
        QTest::newRow("unknown") << u"74<<<<"_s << QDate();
    }

    void centuriesFollowFromToday()
    {
        QFETCH(const QString, birth);
        QFETCH(const QDate, date);
        QStringList lines = passport();
        lines[1].replace(13, 6, birth);
        lines[1][19] = *MachineReadableZone::checkDigit(birth);
        lines[1][43] = *MachineReadableZone::checkDigit(
            lines[1].first(10) + lines[1].sliced(13, 7) + lines[1].sliced(21, 22));
        const auto zone = MachineReadableZone::parse(lines, kToday);
        QVERIFY(zone);
        QCOMPARE(zone->birthDate(), date);
    }

    void whatIsNoZoneIsRefused_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("one line") << passport().mid(0, 1);
        QTest::newRow("cut") << QStringList{passport()[0], passport()[1].chopped(1)};
        QTest::newRow("small letters") << QStringList{passport()[0].toLower(), passport()[1]};
        QTest::newRow("other letters")
            << QStringList{passport()[0].replace(6, 1, u"Ä"_s), passport()[1]};
        QTest::newRow("lines of two formats") << QStringList{passport()[0], small()[1]};
        QTest::newRow("fillers only") << QStringList{QString(44, u'<'), QString(44, u'<')};
        QTest::newRow("zeros only") << QStringList{QString(44, u'0'), QString(44, u'0')};
    }

    void whatIsNoZoneIsRefused()
    {
        QFETCH(const QStringList, lines);
        const auto zone = MachineReadableZone::parse(lines, kToday);
        QVERIFY(!zone);
        QVERIFY(zone.error().code == ErrorCode::InvalidInput);
        for (const QString& line : lines)
            QVERIFY(line.isEmpty() || !zone.error().detail.contains(line));
    }

    void publishedCheckDigits()
    {
        QCOMPARE(MachineReadableZone::checkDigit(u"L898902C3").value(), QChar(u'6'));
        QCOMPARE(MachineReadableZone::checkDigit(u"520727").value(), QChar(u'3'));
        QVERIFY(!MachineReadableZone::checkDigit(u"52 727"));
    }
};

QTEST_GUILESS_MAIN(TestMachineReadableZone)
#include "tst_machine_readable_zone.moc"
