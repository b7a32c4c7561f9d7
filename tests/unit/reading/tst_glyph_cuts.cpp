// SPDX-License-Identifier: Apache-2.0
#include "app/reading/glyph_cuts_p.h"

#include <opencv2/core.hpp>

#include <QTest>

#include <algorithm>

using namespace handshake;

namespace {

constexpr int kInk = 40;

cv::Mat paper(int width)
{
    return {cv::Size(width, 40), CV_8U, cv::Scalar(255)};
}

void ink(cv::Mat& line, int left, int width)
{
    line(cv::Rect(left, 8, width, 24)).setTo(kInk);
}

} // namespace

class TestGlyphCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void glyphsThatStandApartAreCutApart()
    {
        cv::Mat line = paper(100);
        ink(line, 10, 12);
        ink(line, 30, 6);
        ink(line, 60, 14);
        const GlyphCuts cuts = cutLine(line);
        QCOMPARE(cuts.height(), 24);
        QCOMPARE(cuts.pieces.size(), std::size_t(3));
        QCOMPARE(cuts.pieces[1].start, 30);
        QCOMPARE(cuts.pieces[1].end, 36);
    }

    void glyphsThatTouchAreCutWhereTheyAreThin()
    {
        cv::Mat line = paper(80);
        ink(line, 10, 13);
        ink(line, 26, 13);
        line(cv::Rect(23, 28, 3, 4)).setTo(kInk); // a foot of one reaches the other
        const GlyphCuts cuts = cutLine(line);
        QVERIFY(std::ranges::any_of(cuts.pieces, [](const cv::Range& piece) {
            return piece.start >= 22 && piece.start <= 26;
        }));
        QCOMPARE(cuts.pieces.front().start, 10);
        QCOMPARE(cuts.pieces.back().end, 39);
    }

    void aWideBlockIsNotCut()
    {
        cv::Mat line = paper(80);
        ink(line, 10, 40);
        QCOMPARE(cutLine(line).pieces.size(), std::size_t(1));
    }

    void aCellShowsItsGlyphAlone()
    {
        cv::Mat line = paper(100);
        ink(line, 20, 12);
        ink(line, 34, 12);
        const GlyphCuts cuts = cutLine(line);
        constexpr int kSide = 28;
        const cv::Mat cell = glyphCell(cuts, {20, 32}, kSide);
        QCOMPARE(cell.size(), cv::Size(kSide, kSide));
        QCOMPARE(cell.type(), CV_32F);
        QVERIFY(cell.at<float>(14, 14) > 0.8);
        QVERIFY(cell.at<float>(14, 24) < 0.05); // the neighbour is not there
        QVERIFY(cell.at<float>(1, 14) < 0.05);  // above the line
        QVERIFY(cell.at<float>(5, 14) > 0.5);   // the line's ink is 22 high
    }

    void anEmptyLineHasNoPieces() { QVERIFY(cutLine(paper(50)).pieces.empty()); }
};

QTEST_GUILESS_MAIN(TestGlyphCuts)
#include "tst_glyph_cuts.moc"
