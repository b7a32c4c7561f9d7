// SPDX-License-Identifier: Apache-2.0
#include "app/cli/calibration.h"

#include <QTest>

#include <algorithm>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

using Values = std::vector<std::optional<double>>;

/// `count` values evenly from `low` to `high`.
Values spreadOver(double low, double high, int count)
{
    Values values;
    for (int i = 0; i < count; ++i)
        values.emplace_back(low + (high - low) * i / (count - 1));
    return values;
}

} // namespace

class TestCalibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separatedPicturesGiveLimitsBetweenThem()
    {
        const auto& check = calibratedChecks().front();
        QCOMPARE(check.id.toString(), u"backdrop"_s);
        const Calibration calibration =
            calibrate(check, spreadOver(0.7, 1, 100), spreadOver(0, 0.5, 100));
        QVERIFY(calibration.proposed);
        QVERIFY(calibration.proposed->pass > 0.5);
        QVERIFY(calibration.proposed->pass <= 0.7 + 1e-9);
        QVERIFY(calibration.proposed->fail <= calibration.proposed->pass);
    }

    void curveFallsWithStrictness()
    {
        const Calibration calibration =
            calibrate(calibratedChecks().front(), spreadOver(0.4, 1, 100), spreadOver(0, 0.6, 100));
        QVERIFY(calibration.curve.size() > 150);
        for (std::size_t i = 1; i < calibration.curve.size(); ++i) {
            QVERIFY(calibration.curve[i].accepted.hits <= calibration.curve[i - 1].accepted.hits);
            QVERIFY(calibration.curve[i].returned.hits <= calibration.curve[i - 1].returned.hits);
        }
        QCOMPARE(calibration.curve.front().accepted.hits, 100);
        // Overlapping: what no returned photo reaches is stricter than what every accepted one
        // does.
        QVERIFY(calibration.proposed);
        QVERIFY(calibration.proposed->fail < calibration.proposed->pass);
    }

    void lessIsBetterTurnsTheCurve()
    {
        const auto checks = calibratedChecks();
        const auto upright = std::find_if(checks.begin(), checks.end(), [](const auto& check) {
            return check.id == u"upright"_s;
        });
        QVERIFY(upright != checks.end());
        const Calibration calibration =
            calibrate(*upright, spreadOver(0, 6, 100), spreadOver(10, 30, 100));
        QVERIFY(calibration.proposed);
        QVERIFY(calibration.proposed->pass < 10);
        QVERIFY(calibration.proposed->fail >= calibration.proposed->pass);
    }

    void tooFewPicturesProposeNothing_data()
    {
        QTest::addColumn<int>("accepted");
        QTest::addColumn<int>("returned");
        QTest::addColumn<bool>("enough");
        QTest::newRow("none") << 0 << 0 << false;
        QTest::newRow("few accepted") << 20 << 100 << false;
        QTest::newRow("few returned") << 100 << 20 << false;
        QTest::newRow("just too few") << 72 << 73 << false;
        QTest::newRow("just enough") << 73 << 73 << true;
    }

    void tooFewPicturesProposeNothing()
    {
        QFETCH(const int, accepted);
        QFETCH(const int, returned);
        const Calibration calibration =
            calibrate(calibratedChecks().front(), Values(std::size_t(accepted), 0.9),
                      Values(std::size_t(returned), 0.1));
        QTEST(calibration.proposed.has_value(), "enough");
        QVERIFY(calibration.acceptedKnown.low <= 1 && calibration.returnedKnown.high >= 0);
    }

    void unmeasuredPhotosPassNoThreshold()
    {
        Values returned = Values(80, 0.1);
        returned.insert(returned.end(), 20, std::nullopt);
        const Calibration calibration =
            calibrate(calibratedChecks().front(), Values(100, 0.9), returned);
        QCOMPARE(calibration.curve.front().returned.hits, 80);
        QCOMPARE(calibration.curve.front().returned.of, 100);
    }

    void curveIsCommaSeparated()
    {
        const Calibration calibration =
            calibrate(calibratedChecks().front(), {0.5, 0.75}, {0.25, std::nullopt});
        const QStringList lines =
            (curveHeader() + curveAsCsv(u"backdrop", calibration)).trimmed().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[1], u"backdrop,0.25,2,2,1.0000,1,2,0.5000"_s);
        QCOMPARE(lines[3].count(u','), lines[0].count(u','));
    }
};

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
