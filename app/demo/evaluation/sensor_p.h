// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/sample.h"

#include <opencv2/core.hpp>

#include <QByteArray>

namespace handshake::evaluation {

/// Blur in pixels of this picture of one given for 1280.
[[nodiscard]] inline double scaledBlur(double pixels, int width)
{
    return pixels * width / 1280.0;
}

/// What light makes of a picture in place (CV_8UC3): strength, colour, side, corners.
void illuminate(cv::Mat& picture, const TakeDesign& take);
/// What lens and sensor make of it: focus, smear, noise.
void expose(cv::Mat& picture, const TakeDesign& take, std::uint64_t seed);
void blur(cv::Mat& picture, double deviation);
/// JPEG of the camera.
[[nodiscard]] QByteArray encode(const cv::Mat& picture, int quality);
/// A decoded JPEG as CV_8UC3.
[[nodiscard]] cv::Mat decode(const QByteArray& jpeg);

} // namespace handshake::evaluation
