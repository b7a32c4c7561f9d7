// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/conditions.h"

#include <QTest>

using namespace handshake::papereval;

namespace {

/// How many figures lie in the ranges of each level; ranges of one fault do not overlap.
std::array<int, 3> levelsOf(const CameraConditions& conditions)
{
    std::array<int, 3> counted{};
    for (std::size_t i = 0; i < kCameraFaults; ++i)
        for (std::size_t level = 0; level < 3; ++level) {
            const Range& range = kCameraRanges.at(i).at(level);
            const double figure = conditions.figures.at(i);
            counted.at(level) += figure >= range.low && figure <= range.high ? 1 : 0;
        }
    return counted;
}

} // namespace

class TestConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severityFollowsTheRule_data()
    {
        QTest::addColumn<int>("severity");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::newRow("good") << static_cast<int>(Severity::Good) << 0 << 0;
        QTest::newRow("medium") << static_cast<int>(Severity::Medium) << 2 << 0;
        QTest::newRow("hard") << static_cast<int>(Severity::Hard) << 1 << 2;
    }

    void severityFollowsTheRule()
    {
        QFETCH(const int, severity);
        QFETCH(const int, first);
        QFETCH(const int, second);
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const CameraConditions drawn =
                cameraConditions(static_cast<Severity>(severity), Random(seed));
            const std::array<int, 3> levels = levelsOf(drawn);
            QCOMPARE(levels[1], first);
            QCOMPARE(levels[2], second);
            QCOMPARE(drawn.faults.size(), first + second);
        }
    }

    void scannersHaveOneFaultWhenMedium()
    {
        const ScannerConditions drawn = scannerConditions(Severity::Medium, Random(5));
        QCOMPARE(drawn.faults.size(), 1);
        QVERIFY(drawn.faults.first().endsWith(QStringLiteral(":1")));
    }
};

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
