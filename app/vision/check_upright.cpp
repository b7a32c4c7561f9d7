// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <cmath>
#include <numbers>

namespace handshake {

double eyeRoll(const Eyes& eyes)
{
    const cv::Point2d line = eyes.right - eyes.left;
    return std::abs(std::atan2(line.y, line.x)) * 180.0 / std::numbers::pi;
}

CheckValue checkUpright(const PhotoContext& photo)
{
    if (photo.face() == nullptr)
        return notAssessed("upright", "photo.upright.no-face");
    if (!photo.face()->eyes)
        return notAssessed("upright", "photo.upright.no-eyes");
    return gradedDown("upright", eyeRoll(*photo.face()->eyes), photo.limits.rollPass,
                      photo.limits.rollFail, "photo.upright");
}

} // namespace handshake
