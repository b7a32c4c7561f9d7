// SPDX-License-Identifier: Apache-2.0
#include "support/gui_checks.h"
#include "ui/common/lamp_list.h"

#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestLampList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLampIsToldInWords()
    {
        ui::LampList lamps;
        lamps.setLamps({{.id = u"sharp"_s, .result = CheckResult::Pass},
                        {.id = u"light"_s, .result = CheckResult::Fail}});
        QCOMPARE(lamps.accessibleDescription(), u"Sharp: Right, Light: Wrong"_s);
    }

    void figuresAreShownOnlyWhenAskedFor()
    {
        ui::LampList lamps;
        lamps.setLamps(
            {{.id = u"sharp"_s, .result = CheckResult::Fail, .value = 7.0, .limit = 25.0}});
        lamps.resize(lamps.sizeHint());
        const QImage words = lamps.grab().toImage();
        lamps.setFiguresShown(true);
        QVERIFY(lamps.areFiguresShown());
        QVERIFY(lamps.grab().toImage() != words);
    }

    void itIsAsHighAsItsLamps()
    {
        ui::LampList lamps;
        QCOMPARE(lamps.sizeHint().height(), 0);
        lamps.setLamps({{.id = u"sharp"_s}});
        const int one = lamps.sizeHint().height();
        QVERIFY(one >= 20);
        lamps.setLamps({{.id = u"sharp"_s}, {.id = u"light"_s}});
        QCOMPARE(lamps.sizeHint().height(), 2 * one);
    }
};

QTEST_MAIN(TestLampList)
#include "tst_lamp_list.moc"
