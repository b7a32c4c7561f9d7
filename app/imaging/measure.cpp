// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/measure.h"

#include "app/imaging/mat_view_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace handshake {

namespace {

QRect clipped(const QImage& image, QRect region)
{
    return region.isEmpty() ? image.rect() : region.intersected(image.rect());
}

double shareOf(const cv::Mat& mask)
{
    return double(cv::countNonZero(mask)) / double(mask.total());
}

} // namespace

double sharpness(const QImage& image, QRect region, int width)
{
    const QRect part = clipped(image, region);
    if (part.isEmpty())
        return 0;
    cv::Mat gray = grayCopy(image.copy(part));
    if (width > 0 && gray.cols > width) {
        const double scale = double(width) / gray.cols;
        const int height = std::max(1, static_cast<int>(std::lround(gray.rows * scale)));
        cv::Mat scaled;
        cv::resize(gray, scaled, {width, height}, 0, 0, cv::INTER_AREA);
        gray = scaled;
    }
    cv::Mat laplacian;
    cv::Laplacian(gray, laplacian, CV_64F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(laplacian, mean, deviation);
    return deviation[0] * deviation[0];
}

Exposure exposure(const QImage& image, QRect region)
{
    constexpr int kDarkBelow = 32;
    constexpr int kBrightAbove = 240;

    const QRect part = clipped(image, region);
    if (part.isEmpty())
        return {};
    const cv::Mat gray = grayCopy(image.copy(part));
    return {cv::mean(gray)[0], shareOf(gray < kDarkBelow), shareOf(gray > kBrightAbove)};
}

double glareShare(const QImage& image, QRect region)
{
    constexpr int kBurntFrom = 250;
    constexpr int kPatchesPerSide = 100; // smaller spots than a hundredth are print, not glare

    const QRect part = clipped(image, region);
    if (part.isEmpty())
        return 0;
    const cv::Mat bgr = bgrCopy(image.copy(part));
    cv::Mat burnt;
    cv::inRange(bgr, cv::Scalar::all(kBurntFrom), cv::Scalar::all(255), burnt);
    const int side = std::max(3, std::min(bgr.cols, bgr.rows) / kPatchesPerSide) | 1;
    cv::morphologyEx(burnt, burnt, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side}));
    return shareOf(burnt);
}

} // namespace handshake
