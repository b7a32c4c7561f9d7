// SPDX-License-Identifier: Apache-2.0
#include "app/reading/seal_reader.h"

#include "app/imaging/mat_view_p.h"
#include "app/reading/ink_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace handshake {

namespace {

struct Circle {
    cv::Point2f centre;
    float radius = 0;
};

/// The seal's rim: the smallest circle around all red ink, if that is round.
std::optional<Circle> rimOf(const cv::Mat& red, double em)
{
    cv::Mat ink;
    cv::threshold(red, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(ink, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    if (contours.empty())
        return std::nullopt;
    const auto& rim = *std::ranges::max_element(
        contours, {}, [](const auto& contour) { return cv::boundingRect(contour).area(); });
    Circle circle;
    cv::minEnclosingCircle(rim, circle.centre, circle.radius);
    std::vector<cv::Point> hull;
    cv::convexHull(rim, hull);
    const double disc = std::numbers::pi * circle.radius * circle.radius;
    constexpr double kRound = 0.85;
    if (circle.radius < 2 * em || cv::contourArea(hull) < kRound * disc)
        return std::nullopt;
    return circle;
}

/// The ring inside the rim rolled out: from the lower left over the top to the lower right.
cv::Mat rolledOut(const cv::Mat& bgra, const Circle& circle, double em)
{
    constexpr double kSpan = 300; // degrees; the rest at the bottom holds no text
    const double outer = circle.radius * 0.945;
    const double inner = circle.radius - (2.0 * em);
    const double middle = (outer + inner) / 2;
    const double span = kSpan * std::numbers::pi / 180;
    const int width = static_cast<int>(span * middle);
    const int height = static_cast<int>(outer - inner);
    cv::Mat xs(height, width, CV_32F);
    cv::Mat ys(height, width, CV_32F);
    for (int y = 0; y < height; ++y) {
        const double radius = outer - y;
        for (int x = 0; x < width; ++x) {
            const double angle =
                (span * (x / static_cast<double>(width) - 0.5)) - (std::numbers::pi / 2);
            xs.at<float>(y, x) = static_cast<float>(circle.centre.x + (radius * std::cos(angle)));
            ys.at<float>(y, x) = static_cast<float>(circle.centre.y + (radius * std::sin(angle)));
        }
    }
    cv::Mat strip;
    cv::remap(bgra, strip, xs, ys, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return strip;
}

} // namespace

LineReading readSeal(const QImage& crop, double em, const LineReader& lines)
{
    const cv::Mat bgra = matView(crop);
    if (bgra.empty() || bgra.channels() != 4)
        return {};
    const cv::Mat red = ink::flatten(bgra, ink::Colour::Red, em);
    const auto circle = rimOf(red, em);
    if (!circle)
        return {};
    // The line reader wants black print: it gets the redness as gray.
    cv::Mat gray;
    cv::cvtColor(red, gray, cv::COLOR_GRAY2BGRA);
    return lines.readCrop(imageCopy(rolledOut(gray, *circle, em)), em);
}

} // namespace handshake
