// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace handshake {

double faceSharpness(const cv::Mat& gray, cv::Rect face)
{
    constexpr int kWidth = 160;
    constexpr int kBlock = 10;
    const cv::Rect inside = face & cv::Rect(cv::Point(), gray.size());
    if (inside.width < 16 || inside.height < 16)
        return 0;
    cv::Mat scaled;
    const int height =
        std::max(kBlock, int(std::lround(double(inside.height) * kWidth / inside.width)));
    cv::resize(gray(inside), scaled, cv::Size(kWidth, height), 0, 0,
               inside.width > kWidth ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::Mat edges;
    cv::Laplacian(scaled, edges, CV_64F);
    std::vector<double> variances;
    double sum = 0;
    for (int y = 0; y + kBlock <= height; y += kBlock) {
        for (int x = 0; x + kBlock <= kWidth; x += kBlock) {
            cv::Scalar mean;
            cv::Scalar deviation;
            cv::meanStdDev(edges(cv::Rect(x, y, kBlock, kBlock)), mean, deviation);
            variances.push_back(deviation[0] * deviation[0]);
            sum += variances.back();
        }
    }
    // Smooth skin has no edges of its own: what its blocks show is noise, and noise is all over.
    const auto quiet = variances.begin() + std::ptrdiff_t(variances.size() / 5);
    std::nth_element(variances.begin(), quiet, variances.end());
    return std::max(0.0, sum / double(variances.size()) - *quiet);
}

CheckValue checkSharp(const PhotoContext& photo)
{
    if (photo.face() == nullptr)
        return notAssessed("sharp", "photo.sharp.no-face");
    return graded("sharp", faceSharpness(photo.gray, photo.face()->box), photo.limits.sharpPass,
                  photo.limits.sharpFail, "photo.sharp");
}

} // namespace handshake
