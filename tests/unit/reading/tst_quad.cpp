// SPDX-License-Identifier: Apache-2.0
#include "app/reading/quad_p.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace handshake;

namespace {

Quad boxOf(double x, double y, double width, double height)
{
    return {cv::Point2d(x, y), {x + width, y}, {x + width, y + height}, {x, y + height}};
}

/// A rectangle tilted around both axes before a camera with the given focal length.
Quad seenAtASlant(double width, double height, double degreesX, double degreesY, double focal,
                  cv::Size picture)
{
    const double x = degreesX * std::numbers::pi / 180;
    const double y = degreesY * std::numbers::pi / 180;
    Quad quad = boxOf(-width / 2, -height / 2, width, height);
    for (cv::Point2d& at : quad) {
        const double across = at.x * std::cos(y);
        const double away = (at.y * std::sin(x)) - (at.x * std::sin(y) * std::cos(x));
        const double down = (at.y * std::cos(x)) + (at.x * std::sin(y) * std::sin(x));
        const double scale = focal / (3 * width + away);
        at = {(picture.width / 2.0) + (across * scale), (picture.height / 2.0) + (down * scale)};
    }
    return quad;
}

} // namespace

class TestQuad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlapIsSharedAgainstBoth_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<double>("expected");
        QTest::newRow("the same") << 0.0 << 1.0;
        QTest::newRow("half beside") << 50.0 << 1.0 / 3;
        QTest::newRow("apart") << 200.0 << 0.0;
    }

    void overlapIsSharedAgainstBoth()
    {
        QFETCH(const double, shift);
        QFETCH(const double, expected);
        QVERIFY(std::abs(overlap(boxOf(0, 0, 100, 60), boxOf(shift, 0, 100, 60)) - expected) <
                1e-6);
    }

    void whatLiesWithinIsInsideWhole()
    {
        QVERIFY(std::abs(shareInside(boxOf(10, 10, 20, 20), boxOf(0, 0, 100, 60)) - 1) < 1e-6);
        QVERIFY(std::abs(shareInside(boxOf(0, 0, 100, 60), boxOf(0, 0, 50, 60)) - 0.5) < 1e-6);
    }

    void theRatioIsThePapersAndNotThePictures_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::newRow("straight") << 0.0 << 0.0;
        QTest::newRow("from below") << 20.0 << 0.0;
        QTest::newRow("from the side") << 0.0 << 20.0;
        QTest::newRow("both") << 14.0 << -14.0;
    }

    void theRatioIsThePapersAndNotThePictures()
    {
        QFETCH(const double, x);
        QFETCH(const double, y);
        const cv::Size picture(1600, 1200);
        const Quad card = seenAtASlant(85.6, 54, x, y, 1.25 * 1600, picture);
        QVERIFY(std::abs((rectangleRatio(card, picture) / (85.6 / 54)) - 1) < 0.004);
        // A lens half as long again is not known from one picture; it costs little.
        const Quad far = seenAtASlant(85.6, 54, x, y, 1.8 * 1600, picture);
        QVERIFY(std::abs((rectangleRatio(far, picture) / (85.6 / 54)) - 1) < 0.06);
    }

    void orderingBeginsAtTheUpperLeftWithALongSide()
    {
        Quad turned = {cv::Point2d(0, 60), {0, 0}, {100, 0}, {100, 60}}; // counter-clockwise, down
        QCOMPARE(ordered(turned)[0], cv::Point2d(0, 0));
        QCOMPARE(ordered(turned)[1], cv::Point2d(100, 0));
        QCOMPARE(ordered(turned)[2], cv::Point2d(100, 60));
    }

    void aBowTieIsNotConvex()
    {
        QVERIFY(isConvex(boxOf(0, 0, 10, 10)));
        QVERIFY(!isConvex({cv::Point2d(0, 0), {10, 10}, {10, 0}, {0, 10}}));
    }
};

QTEST_APPLESS_MAIN(TestQuad)
#include "tst_quad.moc"
