// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include "app/vision/backdrop_matcher_p.h"

#include <algorithm>
#include <array>

namespace handshake {

namespace {

/// Both sides of the print lie inside the picture: what is small enough to hold up shows them.
bool showsBothSides(const std::array<cv::Point2d, 4>& corners, cv::Size picture)
{
    constexpr double kMargin = 0.02; // of the picture's width: where a side is known to lie inside
    const cv::Point2d left = (corners[0] + corners[3]) * 0.5;
    const cv::Point2d right = (corners[1] + corners[2]) * 0.5;
    const double least = kMargin * picture.width;
    const double most = (1 - kMargin) * picture.width;
    const auto isInside = [&](const cv::Point2d& point) {
        return point.x > least && point.x < most;
    };
    return isInside(left) && isInside(right);
}

} // namespace

CheckValue checkCopy(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind != BackdropKind::Motif)
        return notAssessed("copy", "photo.copy.no-motif");
    if (!photo.backdrop->physicalWidthMm)
        return notAssessed("copy", "photo.copy.no-width");
    if (!photo.hasOutline())
        return notAssessed("copy", "photo.copy.not-found");
    if (photo.faces.empty())
        return notAssessed("copy", "photo.copy.no-face");
    const auto corners = projectedOutline(photo.finding.own->toPhoto, photo.artworkSize());
    const double width =
        (cv::norm(corners[1] - corners[0]) + cv::norm(corners[2] - corners[3])) / 2.0;
    const double mmPerPixel = *photo.backdrop->physicalWidthMm / std::max(1.0, width);
    // How wide the face would be if it hung on the backdrop. A person stands nearer to the camera,
    // so it is larger than life there; on a small print it becomes gigantic.
    const double face = photo.faces.front().box.width / photo.enlarge * mmPerPixel;
    const auto& limits = photo.limits;
    const double most =
        showsBothSides(corners, photo.small.size()) ? limits.faceMmSides : limits.faceMmMax;
    CheckValue value = gradedDown("copy", face, most, limits.faceMmFail, "photo.copy");
    if (face < limits.faceMmMin) { // the person is smaller than life: not standing in front of it
        value.result = CheckResult::Warn;
        value.limit = limits.faceMmMin;
        value.advice = QStringLiteral("photo.copy.scale");
    }
    return value;
}

} // namespace handshake
