// SPDX-License-Identifier: Apache-2.0
#include "app/vision/burst_choice_p.h"

#include <QTest>

using namespace handshake;

class TestBurstChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openEyesComeFirst()
    {
        QCOMPARE(bestFrame({{false, 90, 0}, {true, 30, 4}, {false, 80, 0}}), std::size_t(1));
    }

    void thenTheSharpestFace()
    {
        QCOMPARE(bestFrame({{true, 30, 0}, {true, 60, 5}, {true, 50, 0}}), std::size_t(1));
    }

    void ofAsSharpOnesTheMostLevelEyes()
    {
        QCOMPARE(bestFrame({{true, 60, 3}, {true, 59, 1}, {true, 58, 2}, {true, 40, 0}}),
                 std::size_t(1));
    }

    void ofAlikeOnesTheFirst()
    {
        QCOMPARE(bestFrame({{true, 60, 1.2}, {true, 61, 1.0}, {true, 60, 0.9}}), std::size_t(0));
    }

    void withoutEyesSharpnessDecides()
    {
        QCOMPARE(bestFrame({{false, 10, 0}, {false, 30, 0}}), std::size_t(1));
        QCOMPARE(bestFrame({}), std::size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestBurstChoice)
#include "tst_burst_choice.moc"
