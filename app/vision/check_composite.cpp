// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace handshake {

namespace {

/// The sensor's noise where nothing else is: the quietest blocks of a region. None when too few
/// blocks are neither black nor burnt out.
std::optional<double> noiseLevel(const cv::Mat& rough, const cv::Mat& gray, const cv::Mat& mask,
                                 bool inside)
{
    constexpr int kBlock = 8;
    std::vector<double> levels;
    for (int y = 0; y + kBlock <= gray.rows; y += kBlock) {
        for (int x = 0; x + kBlock <= gray.cols; x += kBlock) {
            const cv::Rect block(x, y, kBlock, kBlock);
            const int covered = cv::countNonZero(mask(block));
            if (covered != (inside ? kBlock * kBlock : 0))
                continue;
            const double mean = cv::mean(gray(block))[0];
            if (mean < 24 || mean > 232)
                continue;
            cv::Scalar middle;
            cv::Scalar deviation;
            cv::meanStdDev(rough(block), middle, deviation);
            levels.push_back(deviation[0]);
        }
    }
    if (levels.size() < 60)
        return std::nullopt;
    const auto quiet = levels.begin() + std::ptrdiff_t(levels.size() / 8);
    std::nth_element(levels.begin(), quiet, levels.end());
    return *quiet;
}

} // namespace

CheckValue checkComposite(const PhotoContext& photo)
{
    if (photo.face() == nullptr)
        return notAssessed("composite", "photo.composite.no-face");
    // At most 1280 wide and never scaled: scaling would take the noise away.
    const cv::Rect middle((photo.gray.cols - std::min(photo.gray.cols, 1280)) / 2, 0,
                          std::min(photo.gray.cols, 1280), photo.gray.rows);
    const cv::Mat gray = photo.gray(middle);
    cv::Rect face = photo.face()->box;
    face.x -= middle.x;
    const cv::Mat mask = personMask(gray.size(), face);
    // The silhouette is an estimate: its rim belongs to neither.
    cv::Mat core;
    cv::Mat rim;
    const int width = std::max(3, face.width / 6) | 1;
    const cv::Mat element = cv::getStructuringElement(cv::MORPH_RECT, cv::Size(width, width));
    cv::erode(mask, core, element);
    cv::dilate(mask, rim, element);
    cv::Mat rough;
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1) / 6.0F;
    cv::filter2D(gray, rough, CV_32F, kernel);
    const auto inside = noiseLevel(rough, gray, core, true);
    const auto outside = noiseLevel(rough, gray, rim, false);
    if (!inside || !outside)
        return notAssessed("composite", "photo.composite.unclear");
    constexpr double kFloor = 0.35; // compression and rounding leave this much anyway
    const double ratio =
        (std::max(*inside, *outside) + kFloor) / (std::min(*inside, *outside) + kFloor);
    return gradedDown("composite", ratio, photo.limits.noiseRatio, 1e9, "photo.composite");
}

} // namespace handshake
