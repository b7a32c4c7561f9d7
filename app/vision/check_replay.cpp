// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

using Points = std::vector<cv::Point2f>;

constexpr int kWallPoints = 150;
constexpr int kHeadPoints = 80;
constexpr std::size_t kWallLeast = 12; ///< fewer say nothing about how the picture moved
constexpr std::size_t kHeadLeast = 6;

struct Followed {
    Points from;
    Points to;
};

/// Only what is found again on the way back counts.
Followed follow(const cv::Mat& first, const cv::Mat& later, const Points& points)
{
    Followed followed;
    if (points.empty())
        return followed;
    Points there;
    Points back;
    std::vector<uchar> found;
    std::vector<uchar> foundBack;
    const cv::Size window(15, 15);
    cv::calcOpticalFlowPyrLK(first, later, points, there, found, cv::noArray(), window, 3);
    cv::calcOpticalFlowPyrLK(later, first, there, back, foundBack, cv::noArray(), window, 3);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (found[i] != 0 && foundBack[i] != 0 && cv::norm(back[i] - points[i]) < 0.5) {
            followed.from.push_back(points[i]);
            followed.to.push_back(there[i]);
        }
    }
    return followed;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> distances(const Followed& points, const cv::Mat& motion)
{
    Points expected;
    cv::perspectiveTransform(points.from, expected, motion);
    std::vector<double> away;
    for (std::size_t i = 0; i < expected.size(); ++i)
        away.push_back(cv::norm(expected[i] - points.to[i]));
    return away;
}

/// How far the head moved beyond what the wall behind it explains, pixels; nothing when too little
/// of either can be followed. Whatever moves as one flat picture (a print before the camera, a
/// still that is panned, turned or zoomed) leaves nothing beyond.
std::optional<double> ownMotion(const Followed& wall, const Followed& head)
{
    if (wall.from.size() < kWallLeast || head.from.size() < kHeadLeast)
        return std::nullopt;
    std::vector<uchar> inliers;
    const cv::Mat motion = cv::findHomography(wall.from, wall.to, cv::RANSAC, 1.5, inliers);
    if (motion.empty() || cv::countNonZero(inliers) < int(wall.from.size()) / 2)
        return std::nullopt;
    return std::max(0.0, medianOf(distances(head, motion)) - medianOf(distances(wall, motion)));
}

/// Mean change of the grey levels between the two pictures that are most alike.
double leastChange(const std::vector<cv::Mat>& grays, cv::Rect head)
{
    double least = 255;
    cv::Mat difference;
    for (std::size_t i = 0; i < grays.size(); ++i) {
        for (std::size_t j = i + 1; j < grays.size(); ++j) {
            cv::absdiff(grays[i](head), grays[j](head), difference);
            least = std::min(least, cv::mean(difference)[0]);
        }
    }
    return least;
}

} // namespace

CheckValue checkReplay(const std::vector<cv::Mat>& grays, cv::Rect face, const Thresholds& limits)
{
    if (grays.size() < 2)
        return notAssessed("replay", "photo.replay.no-burst");
    const cv::Rect head = headBox(face) & cv::Rect(cv::Point(), grays.front().size());
    if (face.empty() || head.width < 32 || head.height < 32)
        return notAssessed("replay", "photo.replay.no-face");
    // A sensor never gives the same noise twice: a file shown again and again, and a loop, do.
    const double change = leastChange(grays, head);
    if (change < limits.replayDifference)
        return CheckValue{QStringLiteral("replay"), CheckResult::Fail, change,
                          limits.replayDifference, QStringLiteral("photo.replay.still")};
    cv::Mat wallMask;
    cv::dilate(personMask(grays.front().size(), face), wallMask,
               cv::getStructuringElement(cv::MORPH_RECT, cv::Size(25, 25)));
    cv::bitwise_not(wallMask, wallMask);
    cv::Mat headMask = cv::Mat::zeros(grays.front().size(), CV_8U);
    headMask(head).setTo(255);
    Points onWall;
    Points onHead;
    cv::goodFeaturesToTrack(grays.front(), onWall, kWallPoints, 0.01, 9, wallMask);
    cv::goodFeaturesToTrack(grays.front(), onHead, kHeadPoints, 0.01, 4, headMask);
    std::optional<double> most;
    for (std::size_t i = 1; i < grays.size(); ++i) {
        const auto moved = ownMotion(follow(grays.front(), grays[i], onWall),
                                     follow(grays.front(), grays[i], onHead));
        if (moved)
            most = std::max(most.value_or(0), *moved);
    }
    if (!most)
        return notAssessed("replay", "photo.replay.no-room");
    return graded("replay", *most, limits.replayShift, 0.0, "photo.replay.rigid");
}

} // namespace handshake
