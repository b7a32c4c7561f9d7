// SPDX-License-Identifier: Apache-2.0
#include "app/core/text.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsForComparison_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("alike");

        QTest::newRow("brackets") << u"样本（杭州）有限公司"_s << u"样本(杭州)有限公司"_s << true;
        QTest::newRow("full-width digits") << u"９１３３"_s << u"9133"_s << true;
        QTest::newRow("spaces") << u"样 本"_s << u"样本"_s << true;
        QTest::newRow("one character") << u"样本"_s << u"样木"_s << false;
        QTest::newRow("case stays") << u"abc公司"_s << u"ABC公司"_s << false;
    }

    void foldsForComparison()
    {
        QFETCH(const QString, a);
        QFETCH(const QString, b);
        QFETCH(const bool, alike);
        QCOMPARE(foldForComparison(a) == foldForComparison(b), alike);
    }

    void foreignTextLosesWhatCannotBeSeen()
    {
        QCOMPARE(cleanForeignText(u"a\u202Eb\u200Bc\x07"), u"abc"_s);
        QCOMPARE(cleanForeignText(u"abcdef", 3), u"abc"_s);
    }

    void foreignTextIsNeverCutInsideACharacter()
    {
        const QString rare = QString::fromUcs4(U"\U00020BB7\U00020BB7"); // 𠮷𠮷
        QCOMPARE(cleanForeignText(rare, 3), rare.first(2));
    }

    void numbersAreMasked()
    {
        QCOMPARE(maskNumber(u"11010519491231002X"), u"110•••••••••••002X"_s);
        QCOMPARE(maskNumber(u"1234"), u"••••"_s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
