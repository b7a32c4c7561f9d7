// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

namespace handshake::evaluation {

/// Where light comes from: x to the right, y downward, z toward the camera; unit length.
struct LightDirection {
    double x = 0;
    double y = -0.6;
    double z = 0.8;
};

/// Height of a shape blown up like a cushion, up to `round` pixels high at its middle. `mask` is
/// CV_8U.
[[nodiscard]] cv::Mat cushion(const cv::Mat& mask, double round);

/// Brightness (CV_32F, about 1) of a relief (CV_32F, pixels high) under the light: ambient part
/// plus what the slope takes.
[[nodiscard]] cv::Mat litRelief(const cv::Mat& height, const LightDirection& light, double ambient);

/// Lays colour times brightness over `bgra` (CV_8UC4, multiplied) where `mask` is set.
void layOver(cv::Mat& bgra, const cv::Mat& colour, const cv::Mat& brightness, const cv::Mat& mask);

} // namespace handshake::evaluation
