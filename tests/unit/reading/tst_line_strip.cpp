// SPDX-License-Identifier: Apache-2.0
#include "app/reading/line_strip_p.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace handshake;

namespace {

constexpr StripForm kForm{32, 64, 640, 0.08};

/// Dark bars on a light ground, as high as `ink`.
cv::Mat barsIn(cv::Size size, const cv::Rect& ink, int dark = 0, int light = 255)
{
    cv::Mat gray(size, CV_8U, cv::Scalar(light));
    for (int x = ink.x; x < ink.br().x; x += 12)
        cv::rectangle(gray, cv::Rect(x, ink.y, 6, ink.height), cv::Scalar(dark), cv::FILLED);
    return gray;
}

/// Value of the strip at a row and column.
float at(const LineStrip& strip, int row, int column)
{
    return strip.blob.ptr<float>()[(row * strip.blob.size[3]) + column];
}

} // namespace

class TestLineStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInkFillsTheHeight()
    {
        const auto strip = lineStrip(barsIn({300, 80}, {50, 20, 200, 40}), kForm);
        QVERIFY(strip.has_value());
        QCOMPARE(strip->blob.size[2], 32);
        QCOMPARE(strip->blob.size[3] % 64, 0);
        QVERIFY(strip->width <= strip->blob.size[3]);
        const int firstBar = int((50 + 3 - strip->origin.x) * strip->scale);
        QVERIFY(at(*strip, 16, firstBar) > 0.9F); // ink
        QVERIFY(at(*strip, 0, firstBar) < 0.5F);  // the margin above
        QCOMPARE(at(*strip, 16, 0), 0.0F);        // paper
    }

    void paleInkIsStretched()
    {
        const auto strip = lineStrip(barsIn({300, 80}, {50, 20, 200, 40}, 120, 200), kForm);
        QVERIFY(strip.has_value());
        QVERIFY(at(*strip, 16, int((53 - strip->origin.x) * strip->scale)) > 0.9F);
    }

    void aLowLineKeepsTheHeightOfAFullOne()
    {
        // Only strokes like 一: as if a character stood around each.
        const auto strip = lineStrip(barsIn({300, 80}, {50, 38, 200, 6}), kForm);
        QVERIFY(strip.has_value());
        QVERIFY(strip->scale < 1);
        QVERIFY(strip->origin.y < 30);
    }

    void inkAtTheEdgeIsFramed()
    {
        const auto strip = lineStrip(barsIn({200, 40}, {0, 0, 198, 40}), kForm);
        QVERIFY(strip.has_value());
        QVERIFY(strip->origin.x < 0 && strip->origin.y < 0);
    }

    void whatIsNoLineIsRefused_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("isInked");
        QTest::newRow("empty") << 0 << 0 << false;
        QTest::newRow("tiny") << 4 << 4 << true;
        QTest::newRow("white") << 300 << 80 << false;
        QTest::newRow("too long") << 3000 << 40 << true;
        QTest::newRow("far too long") << 40000 << 40 << true;
    }

    void whatIsNoLineIsRefused()
    {
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const bool, isInked);
        const cv::Mat gray = isInked ? barsIn({width, height}, {0, height / 5, width, height / 2})
                                     : cv::Mat(height, width, CV_8U, cv::Scalar(255));
        QVERIFY(!lineStrip(gray, kForm).has_value());
    }
};

QTEST_GUILESS_MAIN(TestLineStrip)
#include "tst_line_strip.moc"
