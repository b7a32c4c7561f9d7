// SPDX-License-Identifier: Apache-2.0
#include "app/reading/side_strip_p.h"

#include <opencv2/core.hpp>

#include <QTest>

#include <cmath>

using namespace handshake;

namespace {

constexpr int kWidth = 500;
constexpr int kHeight = 200;

/// Grey bands from above: each begins at its row; a row begun halfway is mixed.
cv::Mat bandsOf(const std::vector<std::pair<double, int>>& bands)
{
    cv::Mat picture(kHeight, kWidth, CV_8UC4, cv::Scalar::all(255));
    for (int y = 0; y < kHeight; ++y) {
        double value = 0;
        for (const auto& [from, grey] : bands) {
            const double share = std::clamp(y + 1 - from, 0.0, 1.0);
            value += share * (grey - value);
        }
        picture.row(y).setTo(cv::Scalar(value, value, value, 255));
    }
    return picture;
}

/// The upper side of a paper that lies below row 100.
SideEdge bestEdge(const cv::Mat& picture, double roughRow)
{
    const cv::Point2d from(50, roughRow);
    const cv::Point2d to(450, roughRow);
    const SideStrip strip(picture, from, to, {30, 12, 0}, groundAlong(picture, from, to, 60));
    const auto edges = strip.edges(3);
    return edges.empty() ? SideEdge() : edges.front();
}

} // namespace

class TestSideStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEdgeIsFoundBetweenPixels_data()
    {
        QTest::addColumn<double>("row");
        QTest::newRow("between two") << 100.0;
        QTest::newRow("a third") << 100.3;
        QTest::newRow("two thirds") << 99.7;
    }

    void theEdgeIsFoundBetweenPixels()
    {
        QFETCH(const double, row);
        const SideEdge edge = bestEdge(bandsOf({{-1, 90}, {row, 230}}), 97);
        QVERIFY2(std::abs(edge.from.y - row) < 0.25, qPrintable(QString::number(edge.from.y)));
        QVERIFY(std::abs(edge.to.y - row) < 0.25);
        QVERIFY(edge.seen > 0.95);
        QVERIFY(edge.ends > 0.9);
    }

    void oneGreyLevelAndAHalfIsEnoughOnACleanLid()
    {
        cv::Mat picture = bandsOf({{-1, 248}, {100, 246}});
        const SideEdge edge = bestEdge(picture, 103);
        QVERIFY(std::abs(edge.from.y - 100) < 0.6);
        QVERIFY(edge.seen > 0.9);
    }

    void thePapersGroundEndsNeitherAtAFrameNorAtAShadowsEnd()
    {
        // Lid, shadow, paper with a frame four pixels wide.
        const cv::Mat picture = bandsOf({{-1, 235}, {84, 215}, {100, 250}, {107, 180}, {111, 250}});
        const cv::Point2d from(50, 100);
        const cv::Point2d to(450, 100);
        const SideStrip strip(picture, from, to, {30, 20, 0}, groundAlong(picture, from, to, 60));
        double atBorder = -2;
        double atShadow = 2;
        double atFrame = 2;
        for (const SideEdge& edge : strip.edges(8)) {
            if (std::abs(edge.from.y - 100) < 1)
                atBorder = edge.ends;
            if (std::abs(edge.from.y - 84) < 1)
                atShadow = edge.ends;
            if (std::abs(edge.from.y - 107) < 1)
                atFrame = edge.ends;
        }
        QVERIFY(atBorder > 0.8);
        QVERIFY(atShadow < 0);
        QVERIFY(atFrame < 0);
    }

    void beyondAColouredBandThePaperGoesOn()
    {
        // A desk, the paper's margin, a golden band eight pixels wide, the paper.
        cv::Mat picture(kHeight, kWidth, CV_8UC4, cv::Scalar(90, 100, 110, 255));
        picture.rowRange(76, kHeight).setTo(cv::Scalar(246, 250, 252, 255));
        picture.rowRange(92, 100).setTo(cv::Scalar(90, 150, 190, 255));
        const cv::Point2d from(50, 100);
        const cv::Point2d to(450, 100);
        const SideStrip strip(picture, from, to, {40, 12, 24}, groundAlong(picture, from, to, 60));
        double atBand = 2;
        double atBorder = -2;
        for (const SideEdge& edge : strip.edges(6)) {
            if (std::abs(edge.from.y - 100) < 1)
                atBand = edge.ends;
            if (std::abs(edge.from.y - 76) < 1)
                atBorder = edge.ends;
        }
        QVERIFY(atBand < 0);
        QVERIFY(atBorder > 0.8);
    }
};

QTEST_APPLESS_MAIN(TestSideStrip)
#include "tst_side_strip.moc"
