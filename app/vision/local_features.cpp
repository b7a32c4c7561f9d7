// SPDX-License-Identifier: Apache-2.0
#include "app/vision/local_features_p.h"

#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace handshake {

cv::Mat shrunkTo(const cv::Mat& gray, int width)
{
    if (gray.cols <= width)
        return gray;
    const double scale = double(width) / gray.cols;
    cv::Mat small;
    cv::resize(gray, small, cv::Size(width, std::max(1, int(std::lround(gray.rows * scale)))), 0, 0,
               cv::INTER_AREA);
    return small;
}

LocalFeatures findFeatures(const cv::Mat& gray, int count, double contrast)
{
    cv::Mat even;
    cv::createCLAHE(2.0, cv::Size(8, 8))->apply(gray, even);
    LocalFeatures features;
    cv::SIFT::create(count, 3, contrast)
        ->detectAndCompute(even, cv::noArray(), features.points, features.descriptors);
    // RootSIFT: Hellinger's distance between histograms becomes the plain one.
    for (int row = 0; row < features.descriptors.rows; ++row) {
        cv::Mat descriptor = features.descriptors.row(row);
        const double sum = cv::norm(descriptor, cv::NORM_L1);
        descriptor /= std::max(sum, 1e-6);
        cv::sqrt(descriptor, descriptor);
    }
    return features;
}

} // namespace handshake
