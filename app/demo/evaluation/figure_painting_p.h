// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/figure.h"

#include <opencv2/core.hpp>

#include <memory>

namespace handshake::evaluation {

/// A person as a picture on clear ground, seen from the hips up.
struct Figure {
    cv::Mat bgra; ///< CV_8UC4, colours multiplied by alpha
    double pixelsPerMm = 1;
    cv::Point2d faceCentre; ///< pixels: between the eyes and the mouth
    cv::Size2d faceMm;      ///< brow to chin, cheek to cheek
    double topMm = 0;       ///< of the hair, above the face's centre
    double shoulderMm = 0;  ///< half the width of the shoulders
};

/// Drawn once, the last few are kept. Any thread; needs a QGuiApplication.
[[nodiscard]] std::shared_ptr<const Figure> figurePicture(const FigureDesign& design);

} // namespace handshake::evaluation
