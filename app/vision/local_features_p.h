// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/thresholds_p.h"

#include <opencv2/core.hpp>

#include <vector>

namespace handshake {

/// Points of a picture that are found again under another light, size and view.
struct LocalFeatures {
    std::vector<cv::KeyPoint> points;
    cv::Mat descriptors; ///< one row per point, CV_32F, 128 wide, length 1 (RootSIFT)
};

/// SIFT on the locally equalised brightness (CLAHE), descriptors as RootSIFT. `count` strongest.
[[nodiscard]] LocalFeatures findFeatures(const cv::Mat& gray, int count, double contrast);

/// `gray` at this width, area-averaged when it shrinks; unchanged when it is already narrower.
[[nodiscard]] cv::Mat shrunkTo(const cv::Mat& gray, int width);

} // namespace handshake
