// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

cv::Mat part(const cv::Mat& gray, cv::Rect region)
{
    cv::Mat values;
    gray(region).convertTo(values, CV_32F);
    return values;
}

cv::Point2d shiftOf(const cv::Mat& from, const cv::Mat& to)
{
    cv::Mat window;
    cv::createHanningWindow(window, from.size(), CV_32F);
    return cv::phaseCorrelate(from, to, window);
}

} // namespace

CheckValue checkReplay(const std::vector<cv::Mat>& grays, cv::Rect face, const Thresholds& limits)
{
    if (grays.size() < 2)
        return notAssessed("replay", "photo.replay.no-burst");
    const cv::Rect whole(cv::Point(), grays.front().size());
    const cv::Rect head = headBox(face) & whole;
    if (face.empty() || head.width < 32 || head.height < 32)
        return notAssessed("replay", "photo.replay.no-face");
    // Above the shoulders, left of the head and right of it: what a living person moves against.
    const cv::Rect left = cv::Rect(0, head.y, head.x - face.width / 4, head.height) & whole;
    const int start = head.x + head.width + face.width / 4;
    const cv::Rect right = cv::Rect(start, head.y, whole.width - start, head.height) & whole;
    const cv::Rect wall = left.area() >= right.area() ? left : right;
    if (wall.width < 32 || wall.height < 32)
        return notAssessed("replay", "photo.replay.no-room");
    double moved = 0;
    double changed = 0;
    for (std::size_t i = 1; i < grays.size(); ++i) {
        const cv::Point2d own = shiftOf(part(grays[0], head), part(grays[i], head));
        const cv::Point2d other = shiftOf(part(grays[0], wall), part(grays[i], wall));
        moved = std::max(moved, cv::norm(own - other));
        cv::Mat difference;
        cv::absdiff(grays[0](head), grays[i](head), difference);
        changed = std::max(changed, cv::mean(difference)[0]);
    }
    // The same file again and again has not even noise; a camera before a print has noise but
    // moves as one.
    if (changed < limits.replayDifference)
        return CheckValue{QStringLiteral("replay"), CheckResult::Fail, changed,
                          limits.replayDifference, QStringLiteral("photo.replay.still")};
    return graded("replay", moved, limits.replayShift, 0.0, "photo.replay.rigid");
}

} // namespace handshake
