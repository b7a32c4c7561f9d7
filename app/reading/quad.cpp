// SPDX-License-Identifier: Apache-2.0
#include "app/reading/quad_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace handshake {

namespace {

double sharedArea(const Quad& a, const Quad& b)
{
    const std::vector<cv::Point2f> one(a.begin(), a.end());
    const std::vector<cv::Point2f> two(b.begin(), b.end());
    std::vector<cv::Point2f> ignored;
    return cv::intersectConvexConvex(one, two, ignored, true);
}

} // namespace

double areaOf(const Quad& quad)
{
    return 0.5 * std::abs(cross(quad[2] - quad[0], quad[3] - quad[1]));
}

bool isConvex(const Quad& quad)
{
    int sign = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const double turn =
            cross(quad[(i + 1) % 4] - quad[i], quad[(i + 2) % 4] - quad[(i + 1) % 4]);
        const int now = turn > 0 ? 1 : -1;
        if (sign != 0 && now != sign)
            return false;
        sign = now;
    }
    return true;
}

Quad ordered(Quad quad)
{
    const double turn = cross(quad[1] - quad[0], quad[2] - quad[1]);
    if (turn < 0)
        std::ranges::reverse(quad);
    const double first = cv::norm(quad[1] - quad[0]) + cv::norm(quad[3] - quad[2]);
    const double second = cv::norm(quad[2] - quad[1]) + cv::norm(quad[0] - quad[3]);
    if (second > first)
        std::rotate(quad.begin(), quad.begin() + 1, quad.end());
    // Nearly upright papers begin at their upper left already.
    if (quad[1].x < quad[0].x)
        std::rotate(quad.begin(), quad.begin() + 2, quad.end());
    return quad;
}

double overlap(const Quad& a, const Quad& b)
{
    const double shared = sharedArea(a, b);
    return shared / std::max(1e-9, areaOf(a) + areaOf(b) - shared);
}

double shareInside(const Quad& inner, const Quad& outer)
{
    return sharedArea(inner, outer) / std::max(1e-9, areaOf(inner));
}

double rectangleRatio(const Quad& quad, cv::Size picture)
{
    // Two columns of the homography from the unit square are the sides as the camera sees them;
    // its focal length is not known, but matters little at the slants a paper is taken at.
    constexpr double kFocal = 1.25; // of the longer side
    const double focal = kFocal * std::max(picture.width, picture.height);
    const cv::Point2d centre(picture.width / 2.0, picture.height / 2.0);
    std::array<cv::Point2f, 4> seen;
    for (std::size_t i = 0; i < 4; ++i)
        seen[i] = (quad[i] - centre) / focal;
    const std::array<cv::Point2f, 4> unit{cv::Point2f{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const cv::Matx33d h = cv::getPerspectiveTransform(unit.data(), seen.data());
    const double one = std::hypot(h(0, 0), h(1, 0), h(2, 0));
    const double two = std::hypot(h(0, 1), h(1, 1), h(2, 1));
    const double shorter = std::min(one, two);
    return shorter > 0 ? std::max(one, two) / shorter : 1;
}

double ratioStrangeness(double ratio, double deviation)
{
    constexpr double kFull = 9; // three deviations
    double least = kFull;
    for (const double known : {85.6 / 53.98, 297.0 / 210.0})
        least = std::min(least, std::pow(((ratio / known) - 1) / deviation, 2));
    return least / kFull;
}

Quad scaled(const Quad& quad, double factor)
{
    Quad result;
    std::ranges::transform(quad, result.begin(),
                           [&](const cv::Point2d& at) { return at * factor; });
    return result;
}

bool hasPaperRatio(const Quad& quad)
{
    constexpr double kMin = 1.12;
    constexpr double kMax = 2.05;
    const double one = cv::norm(quad[1] - quad[0]) + cv::norm(quad[3] - quad[2]);
    const double two = cv::norm(quad[2] - quad[1]) + cv::norm(quad[0] - quad[3]);
    const double ratio = std::max(one, two) / std::max(1.0, std::min(one, two));
    return ratio > kMin && ratio < kMax;
}

} // namespace handshake
