// SPDX-License-Identifier: Apache-2.0
#include "app/demo/id_chip_writing.h"

#include "app/reading/id_chip_text.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestIdChipWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsWhatIsRead_data()
    {
        QTest::addColumn<QDate>("validTo"); // null: for good
        QTest::addColumn<QString>("read");
        QTest::newRow("twenty years") << QDate(2036, 8, 11) << u"2036-08-11"_s;
        QTest::newRow("for good") << QDate() << u"long"_s;
    }

    void whatIsWrittenIsWhatIsRead()
    {
        QFETCH(const QDate, validTo);
        QFETCH(const QString, read);
        IdCardContent card;
        card.name = u"张样本"_s;
        card.sex = u"男"_s;
        card.ethnicity = u"土家"_s;
        card.birth = QDate(1988, 8, 8);
        card.address = u"浙江省杭州市样本区样本路1号201室"_s;
        card.number = u"330100198808080014"_s;
        card.issuer = u"杭州市公安局样本分局"_s;
        card.validFrom = QDate(2016, 8, 11);
        if (validTo.isValid())
            card.validTo = validTo;
        const auto chip = parseIdChipText(idChipTextOf(card));
        QVERIFY2(chip, chip ? "" : qPrintable(chip.error().detail));
        QCOMPARE(chip->fields.at(u"name"_s), card.name);
        QCOMPARE(chip->fields.at(u"sex"_s), card.sex);
        QCOMPARE(chip->fields.at(u"ethnicity"_s), card.ethnicity);
        QCOMPARE(chip->fields.at(u"birth"_s), u"1988-08-08"_s);
        QCOMPARE(chip->fields.at(u"address"_s), card.address);
        QCOMPARE(chip->fields.at(u"number"_s), card.number);
        QCOMPARE(chip->fields.at(u"issuer"_s), card.issuer);
        QCOMPARE(chip->fields.at(u"validFrom"_s), u"2016-08-11"_s);
        QCOMPARE(chip->fields.at(u"validTo"_s), read);
    }

    void whatIsTooLongIsCut()
    {
        IdCardContent card;
        card.name = QString(40, u'样');
        QCOMPARE(idChipTextOf(card).size(), kIdChipTextSize);
    }
};

QTEST_GUILESS_MAIN(TestIdChipWriting)
#include "tst_id_chip_writing.moc"
