// SPDX-License-Identifier: Apache-2.0
#include "app/vision/text_zones_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

/// Long rows of strong strokes: what could be a line of text.
std::vector<cv::Rect> candidateRows(const cv::Mat& gray)
{
    cv::Mat strokes;
    cv::morphologyEx(gray, strokes, cv::MORPH_GRADIENT,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(3, 3)));
    cv::threshold(strokes, strokes, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    std::vector<cv::Rect> rows;
    // Several gaps: letters of a headline stand further apart than those of a small line.
    for (const double gap : {0.012, 0.025, 0.045}) {
        const int width = std::max(3, int(gap * gray.cols));
        cv::Mat joined;
        cv::morphologyEx(strokes, joined, cv::MORPH_CLOSE,
                         cv::getStructuringElement(cv::MORPH_RECT, cv::Size(width, 3)));
        std::vector<std::vector<cv::Point>> contours;
        cv::findContours(joined, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
        for (const auto& contour : contours) {
            const cv::Rect box = cv::boundingRect(contour);
            const double filled = double(cv::countNonZero(joined(box))) / box.area();
            const bool highEnough = box.height > 0.02 * gray.rows && box.height < 0.3 * gray.rows;
            if (highEnough && box.width > 1.5 * box.height && filled > 0.5)
                rows.push_back(box);
        }
    }
    std::sort(rows.begin(), rows.end(), [](const cv::Rect& a, const cv::Rect& b) {
        return a.height != b.height ? a.height > b.height : a.y < b.y;
    });
    return rows;
}

} // namespace

void placeLines(const cv::Mat& artworkGray, std::vector<BackdropLine>& lines)
{
    const bool allPlaced = std::none_of(
        lines.begin(), lines.end(), [](const BackdropLine& line) { return line.box.isEmpty(); });
    if (allPlaced)
        return;
    constexpr double kMaxMisfit = 0.3; // of the proportions a line of so many characters has
    std::vector<cv::Rect> rows = candidateRows(artworkGray);
    for (BackdropLine& line : lines) {
        if (!line.box.isEmpty() || line.text.isEmpty())
            continue;
        double characters = 0;
        for (const QChar c : line.text)
            characters += c.unicode() < 0x2e80 ? 0.55 : 1.0; // Latin letters are half as wide
        const auto misfit = [characters](const cv::Rect& row) {
            return std::abs(std::log(double(row.width) / row.height / (characters * 1.08)));
        };
        // Rows are sorted by height, and of equal fit the higher one is kept.
        const auto best =
            std::min_element(rows.begin(), rows.end(), [&](const cv::Rect& a, const cv::Rect& b) {
                return misfit(a) < misfit(b);
            });
        if (best == rows.end() || misfit(*best) > kMaxMisfit)
            continue;
        const cv::Rect row = *best;
        line.box =
            QRectF(double(row.x) / artworkGray.cols, double(row.y) / artworkGray.rows,
                   double(row.width) / artworkGray.cols, double(row.height) / artworkGray.rows);
        rows.erase(std::remove_if(rows.begin(), rows.end(),
                                  [&](const cv::Rect& other) { return (other & row).area() > 0; }),
                   rows.end());
    }
}

} // namespace handshake
