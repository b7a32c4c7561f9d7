// SPDX-License-Identifier: Apache-2.0
#include "app/filing/ethnicity.h"

#include <QSet>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestEthnicity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesHaveTheirNames_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::newRow("first") << u"01"_s << u"汉"_s;
        QTest::newRow("in the middle") << u"15"_s << u"土家"_s;
        QTest::newRow("last") << u"56"_s << u"基诺"_s;
        QTest::newRow("others") << u"97"_s << u"其他"_s;
        QTest::newRow("foreign descent") << u"98"_s << u"外国血统中国籍人士"_s;
        for (const char* none :
             {"", "0", "00", "1", "57", "96", "99", "001", "-1", " 1", "+1", "汉"})
            QTest::newRow(none) << QString::fromUtf8(none) << QString();
    }

    void codesHaveTheirNames()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, name);
        QCOMPARE(ethnicityName(code), name);
    }

    void namesAreDifferent()
    {
        QSet<QString> names;
        for (int code = 1; code <= 56; ++code)
            names.insert(ethnicityName(u"%1"_s.arg(code, 2, 10, QChar(u'0'))));
        QCOMPARE(names.size(), 56);
    }
};

QTEST_GUILESS_MAIN(TestEthnicity)
#include "tst_ethnicity.moc"
