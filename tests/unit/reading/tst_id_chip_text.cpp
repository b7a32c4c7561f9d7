// SPDX-License-Identifier: Apache-2.0
#include "app/reading/id_chip_text.h"

#include "support/specimen_chip.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

using Fields = std::map<QString, QString>;

class TestIdChipText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citizensCardIsRead()
    {
        const auto chip = parseIdChipText(chipBlock(citizenChip()));
        QVERIFY2(chip, chip ? "" : qPrintable(chip.error().detail));
        QCOMPARE(chip->kind, IdChipKind::Citizen);
        const Fields expected{{u"name"_s, u"张样本"_s},
                              {u"sex"_s, u"男"_s},
                              {u"ethnicity"_s, u"汉"_s},
                              {u"birth"_s, u"1988-08-08"_s},
                              {u"address"_s, u"浙江省杭州市样本区样本路１号２０１室"_s},
                              {u"number"_s, u"330100198808080014"_s},
                              {u"issuer"_s, u"杭州市公安局样本分局"_s},
                              {u"validFrom"_s, u"2016-08-11"_s},
                              {u"validTo"_s, u"2036-08-11"_s}};
        QCOMPARE(chip->fields, expected);
    }

    void cardWithoutEndIsLong()
    {
        const auto chip = parseIdChipText(chipBlock(changed(citizenChip(), 204, u"长期    "_s)));
        QVERIFY(chip);
        QCOMPARE(chip->fields.at(u"validTo"_s), u"long"_s);
    }

    void foreignersCardIsRead()
    {
        const auto chip = parseIdChipText(chipBlock(foreignChip()));
        QVERIFY2(chip, chip ? "" : qPrintable(chip.error().detail));
        QCOMPARE(chip->kind, IdChipKind::ForeignResident);
        const Fields expected{{u"name"_s, u"样本"_s},
                              {u"latinName"_s, u"SPECIMEN, ALEX"_s},
                              {u"sex"_s, u"女"_s},
                              {u"nationality"_s, u"UTO"_s},
                              {u"birth"_s, u"1980-01-01"_s},
                              {u"number"_s, u"UTO310000000001"_s},
                              {u"validFrom"_s, u"2019-01-01"_s},
                              {u"validTo"_s, u"2029-01-01"_s}};
        QCOMPARE(chip->fields, expected);
    }

    void foreignerWithoutChineseNameHasTheLatinOne()
    {
        const auto chip = parseIdChipText(chipBlock(changed(foreignChip(), 158, u"  "_s)));
        QVERIFY(chip);
        QCOMPARE(chip->fields.at(u"name"_s), u"SPECIMEN, ALEX"_s);
    }

    void residencePermitIsRead()
    {
        const auto chip = parseIdChipText(chipBlock(permitChip()));
        QVERIFY2(chip, chip ? "" : qPrintable(chip.error().detail));
        QCOMPARE(chip->kind, IdChipKind::ResidencePermit);
        QCOMPARE(chip->fields.at(u"name"_s), u"样本港"_s);
        QCOMPARE(chip->fields.at(u"number"_s), u"810000199408230021"_s);
        QCOMPARE(chip->fields.at(u"permitNumber"_s), u"H00000000"_s);
        QCOMPARE(chip->fields.at(u"issueCount"_s), u"01"_s);
        QVERIFY(!chip->fields.contains(u"ethnicity"_s));
    }

    void rareCharactersStay()
    {
        // One outside of the basic plane, one of the private use area.
        const QString name = u"张"_s + QString::fromUcs4(U"\U0002B8B7") + QChar(0xE863);
        const auto chip = parseIdChipText(chipBlock(changed(citizenChip(), 0, name)));
        QVERIFY2(chip, chip ? "" : qPrintable(chip.error().detail));
        QCOMPARE(chip->fields.at(u"name"_s), name);
    }

    void damageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QString>("about");
        const auto row = [](const char* name, const QByteArray& block, const QString& about) {
            QTest::newRow(name) << block << about;
        };
        const auto citizen = [](qsizetype offset, const QString& text) {
            return chipBlock(changed(citizenChip(), offset, text));
        };
        const QByteArray whole = chipBlock(citizenChip());
        row("empty", {}, u"256"_s);
        row("a byte short", whole.first(255), u"256"_s);
        row("a byte more", whole + ' ', u"256"_s);
        row("zeros", QByteArray(256, '\0'), u"name"_s);
        row("spaces", chipBlock({}), u"name"_s);
        row("one byte lost", whole.sliced(1) + ' ', {});
        row("no name", citizen(0, u"   "_s), u"name"_s);
        row("name behind a space", citizen(0, u" 张样"_s), u"name"_s);
        row("half a surrogate pair", citizen(0, QString(QChar(0xD86E))), u"UTF-16"_s);
        row("a control character", citizen(52, u"浙江\n省"_s), u"address"_s);
        row("a direction mark", citizen(0, u"张\u202E本"_s), u"name"_s);
        row("sex 9", citizen(30, u"9"_s), u"sex"_s);
        row("ethnicity 57", citizen(32, u"57"_s), u"ethnicity"_s);
        row("ethnicity of one digit", citizen(32, u"1 "_s), u"ethnicity"_s);
        row("30th of February", citizen(36, u"19880230"_s), u"birth"_s);
        row("full-width date", citizen(36, u"１９８８０８０８"_s), u"birth"_s);
        row("no end", citizen(204, u"        "_s), u"validTo"_s);
        row("end before begin", citizen(204, u"20160810"_s), u"order"_s);
        row("issued before birth", citizen(188, u"19880101"_s), u"order"_s);
        row("check digit", citizen(122, u"330100198808080015"_s), u"number"_s);
        row("15 digits", citizen(122, u"330100880808001   "_s), u"number"_s);
        row("another birth date", citizen(36, u"19880809"_s), u"birth"_s);
        row("another sex", citizen(30, u"2"_s), u"sex"_s);
        row("kind Z", chipBlock(changed(permitChip(), 248, u"Z"_s)), u"kind"_s);
        row("kind Y", chipBlock(changed(foreignChip(), 248, u"Y"_s)), u"2023"_s);
        row("foreign number", chipBlock(changed(foreignChip(), 122, u"UT0310000000001"_s)),
            u"number"_s);
    }

    void damageIsRefused()
    {
        QFETCH(const QByteArray, block);
        QFETCH(const QString, about);
        const auto chip = parseIdChipText(block);
        QVERIFY(!chip);
        QCOMPARE(chip.error().code, ErrorCode::Unreadable);
        QVERIFY2(chip.error().detail.contains(about), qPrintable(chip.error().detail));
        QVERIFY(!chip.error().detail.contains(u"张"));
        QVERIFY(!chip.error().detail.contains(u"3301"));
    }

    void noChangedDigitOfTheNumberPasses()
    {
        const QString number = u"330100198808080014"_s;
        for (qsizetype at = 0; at < number.size(); ++at) {
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString other = number;
                other[at] = digit;
                QCOMPARE(parseIdChipText(chipBlock(changed(citizenChip(), 122, other))).has_value(),
                         other == number);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestIdChipText)
#include "tst_id_chip_text.moc"
