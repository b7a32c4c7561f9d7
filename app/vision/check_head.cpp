// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include "app/vision/backdrop_matcher_p.h"
#include "app/vision/face_cover_p.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

namespace {

/// Crown and temples on the backdrop, not above or beside it.
bool isInFrontOfBackdrop(const PhotoContext& photo, cv::Rect head)
{
    const auto corners = projectedOutline(photo.finding.own->toPhoto, photo.artworkSize());
    const std::array<cv::Point2d, 3> points{
        cv::Point2d(head.x + head.width / 2.0, head.y + head.height * 0.08),
        cv::Point2d(head.x, head.y + head.height * 0.45),
        cv::Point2d(head.x + head.width, head.y + head.height * 0.45)};
    return std::all_of(points.begin(), points.end(), [&](cv::Point2d point) {
        point /= photo.enlarge;
        for (std::size_t i = 0; i < 4; ++i) {
            const cv::Point2d side = corners[(i + 1) % 4] - corners[i];
            const cv::Point2d away = point - corners[i];
            if (side.x * away.y - side.y * away.x < 0)
                return false;
        }
        return true;
    });
}

CheckValue failed(double value, double limit, const char* advice)
{
    return CheckValue{QStringLiteral("head"), CheckResult::Fail, value, limit,
                      QString::fromLatin1(advice)};
}

} // namespace

CheckValue checkHead(const PhotoContext& photo)
{
    if (photo.face() == nullptr)
        return notAssessed("head", "photo.head.no-face");
    const auto& limits = photo.limits;
    const cv::Rect face = photo.face()->box;
    const cv::Rect head = headBox(face);
    const double width = photo.gray.cols;
    const double height = photo.gray.rows;
    if (photo.hasOutline() && !isInFrontOfBackdrop(photo, head))
        return failed(0.0, 1.0, "photo.head.outside-backdrop");
    if (head.y < limits.headRoomMin * height)
        return failed(head.y / height, limits.headRoomMin, "photo.head.cut");
    const double share = head.height / height;
    if (share < limits.headMinShare)
        return failed(share, limits.headMinShare, "photo.head.too-far");
    if (share > limits.headMaxShare)
        return failed(share, limits.headMaxShare, "photo.head.too-near");
    // Half the width of the shoulders, in widths of the face.
    constexpr double kShoulder = 1.1;
    const double middle = face.x + face.width / 2.0;
    if (middle - kShoulder * face.width < 0 || middle + kShoulder * face.width > width)
        return failed(middle / width, 0.5, "photo.head.shoulder-cut");
    const double offset = middle / width - 0.5;
    const char* side = offset > 0 ? "photo.head.right" : "photo.head.left";
    CheckValue place =
        gradedDown("head", std::abs(offset), limits.headOffsetPass, limits.headOffsetFail, side);
    const auto cover = photo.bgr.empty() || !photo.face()->eyes
                           ? std::nullopt
                           : crownCover(photo.bgr, *photo.face()->eyes);
    if (!cover || place.result != CheckResult::Pass || *cover <= limits.crownCover)
        return place;
    return gradedDown("head", *cover, limits.crownCover, 1.0, "photo.head.covered");
}

} // namespace handshake
