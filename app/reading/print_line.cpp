// SPDX-License-Identifier: Apache-2.0
#include "app/reading/print_line_p.h"

#include "app/imaging/geometry.h"
#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

constexpr double kEmPixels = 40; // of a character, whatever the picture's own scale
constexpr double kSide = 0.8;    // of a character, beside the line
constexpr double kHalf = 0.95;   // above and below its middle
constexpr int kPaper = 255;

/// White where it is farther than a stroke beside the line's own ends: a label's last character,
/// a frame.
void blankBeside(cv::Mat& gray, double em)
{
    constexpr double kOwn = 0.2;
    const int strip = std::clamp(static_cast<int>((kSide - kOwn) * em), 0, gray.cols / 2);
    gray.colRange(0, strip).setTo(kPaper);
    gray.colRange(gray.cols - strip, gray.cols).setTo(kPaper);
}

} // namespace

PrintLine besideEachOther(const PrintLine& first, const PrintLine& second)
{
    constexpr double kGap = 0.15; // of a character, on either side
    const int gap = static_cast<int>(kGap * first.em);
    const int end = std::min(first.gray.cols, first.box.br().x + gap);
    const int start = std::max(0, second.box.x - gap);
    const int height = std::max(first.gray.rows, second.gray.rows);
    // One line's middle onto the other's.
    const int drop = first.box.y + (first.box.height / 2) - second.box.y - (second.box.height / 2);
    PrintLine both = first;
    both.gray = cv::Mat(height, end + second.gray.cols - start, CV_8U, cv::Scalar(kPaper));
    first.gray.colRange(0, end).copyTo(both.gray(cv::Rect(0, 0, end, first.gray.rows)));
    const cv::Mat tail =
        second.gray(second.box & cv::Rect(start, 0, second.gray.cols - start, height));
    const cv::Rect place(end + second.box.x - start, second.box.y + drop, tail.cols, tail.rows);
    const cv::Rect inside = place & cv::Rect({0, 0}, both.gray.size());
    tail(inside - place.tl()).copyTo(both.gray(inside));
    both.box = first.box | inside;
    return both;
}

LineCutter::LineCutter(const QImage& picture, const QTransform& toPicture)
    : m_picture(picture)
    , m_toPicture(toPicture)
{
}

std::optional<PrintLine> middleLine(const cv::Mat& flat, double em)
{
    const auto lines = ink::lines(ink::mask(flat, em), em);
    if (lines.empty())
        return std::nullopt;
    const double middle = flat.rows / 2.0;
    const auto distance = [&](const cv::Rect& line) {
        // A tall line beside a speck: how far the middle lies outside of it, then how far off it
        // is.
        const double outside = std::max({0.0, line.y - middle, middle - line.br().y});
        return (outside * 4) + std::abs(line.y + (line.height / 2.0) - middle);
    };
    PrintLine line;
    line.gray = flat;
    line.box = *std::ranges::min_element(lines, {}, distance);
    line.em = em;
    return line;
}

std::optional<PrintLine> LineCutter::cut(const LinePlace& place, bool anyInk) const
{
    const double side = kSide * place.em;
    const double half = kHalf * place.em;
    const double left = place.left - side;
    const double right = place.right + side;
    const double dots = kEmPixels / place.em;
    const QPolygonF corners(QList<QPointF>{{left, place.yAt(left) - half},
                                           {right, place.yAt(right) - half},
                                           {right, place.yAt(right) + half},
                                           {left, place.yAt(left) + half}});
    const QSize size = (QSizeF(right - left, 2 * half) * dots).toSize();
    const auto flat = rectify(m_picture, m_toPicture.map(corners), size);
    if (!flat)
        return std::nullopt;
    cv::Mat gray =
        ink::flatten(matView(*flat), anyInk ? ink::Colour::Any : ink::Colour::Black, kEmPixels);
    blankBeside(gray, kEmPixels);
    auto line = middleLine(gray, kEmPixels);
    if (line) {
        line->dotsPerMm = dots;
        line->left = left;
    }
    return line;
}

} // namespace handshake
