// SPDX-License-Identifier: Apache-2.0
#include "app/reading/glyph_cuts_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr double kPaper = 255;

/// Darkness of each column of the inked rows, 0 for paper.
std::vector<double> columnsOf(const cv::Mat& gray, cv::Range rows)
{
    cv::Mat sums;
    cv::reduce(cv::Scalar(kPaper) - gray.rowRange(rows), sums, 0, cv::REDUCE_SUM, CV_64F);
    std::vector<double> columns(sums.begin<double>(), sums.end<double>());
    return columns;
}

/// Adds `piece` to `pieces`, cut at its thin places when it may be several glyphs.
void addCut(std::vector<cv::Range>& pieces, cv::Range piece, const std::vector<double>& columns,
            double height)
{
    constexpr double kWide = 0.62;   // of the line's height: two digits that touch are wider
    constexpr double kNarrow = 0.22; // no part is cut smaller
    if (piece.size() <= kWide * height) {
        pieces.push_back(piece);
        return;
    }
    const int least = std::max(2, static_cast<int>(kNarrow * height));
    int best = -1;
    double thinnest = 0;
    for (int x = piece.start + least; x < piece.end - least; ++x) {
        const auto at = static_cast<std::size_t>(x);
        const bool isValley = columns[at] <= columns[at - 1] && columns[at] <= columns[at + 1];
        if (isValley && (best < 0 || columns[at] < thinnest)) {
            best = x;
            thinnest = columns[at];
        }
    }
    // A cut through two strokes is none between glyphs.
    constexpr double kThrough = 0.45;
    if (best < 0 || thinnest > kThrough * kPaper * height) {
        pieces.push_back(piece);
        return;
    }
    addCut(pieces, {piece.start, best}, columns, height);
    addCut(pieces, {best, piece.end}, columns, height);
}

} // namespace

GlyphCuts cutLine(const cv::Mat& gray)
{
    GlyphCuts cuts;
    cuts.gray = gray;
    cv::Mat ink;
    const double otsu =
        cv::threshold(gray, ink, 0, kPaper, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    constexpr double kLeast = 110;
    constexpr double kMost = 190;
    cv::threshold(gray, ink, std::clamp(otsu, kLeast, kMost), kPaper, cv::THRESH_BINARY_INV);
    const cv::Rect box = cv::boundingRect(ink);
    if (box.height < 6)
        return cuts;
    cuts.top = box.y;
    cuts.bottom = box.br().y;
    cv::Mat filled;
    cv::reduce(ink, filled, 0, cv::REDUCE_MAX, CV_8U);
    const auto columns = columnsOf(gray, {cuts.top, cuts.bottom});
    int start = -1;
    for (int x = 0; x <= filled.cols; ++x) {
        const bool isInk = x < filled.cols && filled.at<unsigned char>(x) != 0;
        if (isInk && start < 0)
            start = x;
        if (isInk || start < 0)
            continue;
        addCut(cuts.pieces, {start, x}, columns, cuts.height());
        start = -1;
    }
    return cuts;
}

cv::Mat glyphCell(const GlyphCuts& cuts, cv::Range columns, int side)
{
    constexpr double kShare = 11.0 / 14.0;
    const double scale = kShare * side / cuts.height();
    const int margin = std::max(1, cuts.height() / 14);
    const cv::Range wide(std::max(0, columns.start - margin),
                         std::min(cuts.gray.cols, columns.end + margin));
    // Half of what a stroke's edge fades over belongs to it; a neighbour's does not.
    cv::Mat own = cv::Mat(cuts.gray.rows, wide.size(), CV_8U, cv::Scalar(kPaper));
    cuts.gray.colRange(columns).copyTo(
        own.colRange(columns.start - wide.start, columns.end - wide.start));
    const double x = (columns.start + columns.end) / 2.0 - wide.start;
    const double y = (cuts.top + cuts.bottom) / 2.0;
    const cv::Matx23d place(scale, 0, (side / 2.0) - (scale * x), 0, scale,
                            (side / 2.0) - (scale * y));
    if (scale < 0.7)
        cv::GaussianBlur(own, own, {}, 0.35 / scale);
    cv::Mat cell;
    cv::warpAffine(own, cell, place, {side, side}, cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                   cv::Scalar(kPaper));
    cv::Mat ink;
    cell.convertTo(ink, CV_32F, -1 / kPaper, 1);
    return ink;
}

} // namespace handshake
