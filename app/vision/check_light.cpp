// SPDX-License-Identifier: Apache-2.0
#include "app/vision/face_cover_p.h"
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

namespace {

/// The brightness below which this share of the pixels is.
int quantile(const cv::Mat& gray, double share)
{
    std::array<int, 256> counts{};
    for (int y = 0; y < gray.rows; ++y) {
        for (int x = 0; x < gray.cols; ++x)
            ++counts[gray.at<uchar>(y, x)];
    }
    const double wanted = share * double(gray.total());
    double sum = 0;
    for (int level = 0; level < 256; ++level) {
        sum += counts[std::size_t(level)];
        if (sum >= wanted)
            return level;
    }
    return 255;
}

} // namespace

CheckValue checkLight(const PhotoContext& photo)
{
    const auto& limits = photo.limits;
    // Held against the brightest things in the picture, not against the skin: dark skin in good
    // light is well lit.
    const double bright = quantile(photo.small, 0.985);
    CheckValue value =
        graded("light", bright, limits.darkPass, limits.darkFail, "photo.light.dark");
    if (value.result == CheckResult::Fail || photo.face() == nullptr)
        return value;
    const cv::Rect face = photo.face()->box & cv::Rect(cv::Point(), photo.gray.size());
    const cv::Mat skin = photo.gray(face);
    const double burnt = double(cv::countNonZero(skin > 245)) / double(skin.total());
    const CheckValue glare =
        gradedDown("light", burnt, limits.burntPass, limits.burntFail, "photo.light.bright");
    if (glare.result > value.result)
        value = glare;
    const auto ratio = cheekRatio(photo.gray, *photo.face());
    if (!ratio)
        return value;
    const CheckValue side =
        gradedDown("light", *ratio, limits.sideLightPass, limits.sideLightFail, "photo.light.side");
    if (side.result > value.result)
        value = side;
    return value;
}

} // namespace handshake
