// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

cv::Vec3f labOf(const QColor& colour)
{
    cv::Mat pixel(1, 1, CV_32FC3, cv::Scalar(colour.blueF(), colour.greenF(), colour.redF()));
    cv::cvtColor(pixel, pixel, cv::COLOR_BGR2Lab);
    return pixel.at<cv::Vec3f>(0, 0);
}

} // namespace

CheckValue checkClothes(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr)
        return notAssessed("clothes", "photo.clothes.no-profile");
    if (photo.face() == nullptr)
        return notAssessed("clothes", "photo.clothes.no-face");
    if (photo.backdrop->coloursToAvoid.empty()) // this provider has no such rule
        return CheckValue{QStringLiteral("clothes"), CheckResult::Pass, {}, {}, {}};
    const cv::Rect face = photo.face()->box;
    const cv::Rect chest =
        cv::Rect(face.x - int(0.5 * face.width), face.y + int(1.85 * face.height), 2 * face.width,
                 int(0.8 * face.height)) &
        cv::Rect(cv::Point(), photo.bgr.size());
    if (chest.width < 16 || chest.height < 8)
        return notAssessed("clothes", "photo.clothes.not-in-view");
    cv::Mat cloth;
    cv::resize(photo.bgr(chest), cloth, cv::Size(32, 16), 0, 0, cv::INTER_AREA);
    cloth.convertTo(cloth, CV_32F, 1.0 / 255.0);
    cv::cvtColor(cloth, cloth, cv::COLOR_BGR2Lab);
    // The colour of a garment is that of a good part of the chest; a tie is not.
    constexpr double kPart = 0.35;
    double nearest = 200;
    for (const QColor& colour : photo.backdrop->coloursToAvoid) {
        const cv::Vec3f target = labOf(colour);
        std::vector<double> distances;
        for (int y = 0; y < cloth.rows; ++y) {
            for (int x = 0; x < cloth.cols; ++x) {
                const cv::Vec3f away = cloth.at<cv::Vec3f>(y, x) - target;
                distances.push_back(
                    std::hypot(0.5 * double(away[0]), double(away[1]), double(away[2])));
            }
        }
        const auto part = distances.begin() + std::ptrdiff_t(kPart * double(distances.size()));
        std::nth_element(distances.begin(), part, distances.end());
        nearest = std::min(nearest, *part);
    }
    CheckValue value =
        graded("clothes", nearest, photo.limits.clothesDistance, 0.0, "photo.clothes");
    return value;
}

} // namespace handshake
