// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_print_p.h"

#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"
#include "app/reading/sheet_geometry.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace handshake {

namespace {

constexpr double kEmPixels = 22; // of a character on the small sheet
constexpr double kAround = 3;    // mm beyond the corners, which may be wrong

/// Boxes around what closing gaps between characters joins.
std::vector<cv::Rect> joinedInk(const cv::Mat& mask)
{
    constexpr int kGap = 5; // pixels at kEmPixels: parts of a character, hardly two of them
    cv::Mat closed;
    cv::morphologyEx(mask, closed, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {kGap, 1}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(closed, labels, stats, centres);
    std::vector<cv::Rect> boxes;
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH),
                           stats.at<int>(i, cv::CC_STAT_HEIGHT));
        constexpr double kTallest = 1.8;
        if (box.height <= kTallest * kEmPixels && box.width + box.height > kEmPixels / 5)
            boxes.push_back(box);
    }
    return boxes;
}

/// Strokes that stand over each other (二, 昌) are one character.
void joinStacked(std::vector<cv::Rect>& boxes)
{
    constexpr double kHeight = 1.15 * kEmPixels;
    constexpr double kGap = 0.35 * kEmPixels;
    const auto stands = [&](const cv::Rect& a, const cv::Rect& b) {
        const int common = std::min(a.br().x, b.br().x) - std::max(a.x, b.x);
        const int gap = std::max(a.y, b.y) - std::min(a.br().y, b.br().y);
        return common > 0.5 * std::min(a.width, b.width) && gap < kGap && (a | b).height <= kHeight;
    };
    std::ranges::sort(boxes, {}, [](const cv::Rect& box) { return box.x; });
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = i + 1; j < boxes.size() && boxes[j].x <= boxes[i].br().x;) {
            if (!stands(boxes[i], boxes[j])) {
                ++j;
                continue;
            }
            boxes[i] |= boxes[j];
            boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(j));
            j = i + 1;
        }
    }
}

} // namespace

SheetPrint::SheetPrint(const QImage& picture, const QTransform& toPicture, QSizeF size, double em,
                       bool anyInk)
{
    const double dots = kEmPixels / em;
    const QRectF all(QPointF(-kAround, -kAround), size + QSizeF(2 * kAround, 2 * kAround));
    const QImage flat = flatPart(picture, toPicture, all, dots);
    if (flat.isNull())
        return;
    const cv::Mat gray =
        ink::flatten(matView(flat), anyInk ? ink::Colour::Any : ink::Colour::Black, kEmPixels);
    auto boxes = joinedInk(ink::mask(gray, kEmPixels));
    joinStacked(boxes);
    for (const cv::Rect& box : boxes)
        m_pieces.emplace_back(all.left() + (box.x / dots), all.top() + (box.y / dots),
                              box.width / dots, box.height / dots);
    std::ranges::sort(m_pieces, {}, [](const QRectF& piece) { return piece.left(); });
}

SheetPrint::SheetPrint(std::vector<QRectF> pieces)
    : m_pieces(std::move(pieces))
{
    std::ranges::sort(m_pieces, {}, [](const QRectF& piece) { return piece.left(); });
}

std::vector<QRectF> SheetPrint::row(QPointF from, double slope, double em, double right,
                                    double maxGap) const
{
    constexpr double kFull = 0.6; // of a character: such a piece shows where the row runs
    std::vector<QRectF> row;
    double end = from.x();
    for (const QRectF& piece : m_pieces) {
        if (piece.center().x() < from.x() || piece.left() >= right)
            continue;
        const double expected = from.y() + (slope * (piece.center().x() - from.x()));
        if (std::abs(piece.center().y() - expected) > 0.55 * em)
            continue;
        if (piece.left() - end > maxGap)
            break;
        row.push_back(piece);
        end = std::max(end, piece.right());
        if (piece.height() > kFull * em)
            from = QPointF(piece.center().x(), (expected + piece.center().y()) / 2);
    }
    return row;
}

namespace {

/// How far the row runs off `slope`, by the middles of its full-sized pieces; a short row has
/// little say.
double slopeOf(const std::vector<QRectF>& row, double slope, double em)
{
    std::vector<QPointF> middles;
    QPointF mean;
    for (const QRectF& piece : row) {
        if (piece.height() < 0.55 * em || piece.width() > 3 * em)
            continue;
        middles.push_back(piece.center());
        mean += piece.center();
    }
    if (middles.size() < 3)
        return slope;
    mean /= static_cast<double>(middles.size());
    constexpr double kInertia = 60; // em squared
    double square = kInertia * em * em;
    double product = 0;
    for (const QPointF& middle : middles) {
        const double x = middle.x() - mean.x();
        square += x * x;
        product += x * (middle.y() - mean.y() - (slope * x));
    }
    return slope + (product / square);
}

} // namespace

std::optional<LinePlace> placeOf(const std::vector<QRectF>& row, double slope, double em)
{
    if (row.empty())
        return std::nullopt;
    LinePlace place;
    place.em = em;
    place.slope = slopeOf(row, slope, em);
    place.left = row.front().left();
    place.right = row.front().right();
    for (const QRectF& piece : row) {
        place.left = std::min(place.left, piece.left());
        place.right = std::max(place.right, piece.right());
    }
    double top = row.front().bottom() + em;
    double bottom = row.front().top() - em;
    double weight = 0;
    double sum = 0;
    for (const QRectF& piece : row) {
        const double drop = place.slope * (piece.center().x() - place.left);
        // A long piece on a slope is taller than its characters.
        const double lean = std::abs(place.slope) * piece.width() / 2;
        top = std::min(top, piece.top() - drop + lean);
        bottom = std::max(bottom, piece.bottom() - drop - lean);
        sum += (piece.center().y() - drop) * piece.width();
        weight += piece.width();
    }
    // The middle of the row's height, not of its ink: 一 stands where 日 does.
    constexpr double kTallest = 1.25;
    place.y = bottom - top <= kTallest * em ? (top + bottom) / 2 : sum / weight;
    return place;
}

} // namespace handshake
