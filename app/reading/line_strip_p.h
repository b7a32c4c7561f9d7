// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <optional>

namespace handshake {

/// How the recogniser's networks want a line; tests/recogniser draws it so.
struct StripForm {
    int height = 0;    ///< pixels
    int unit = 0;      ///< the width is a multiple of it
    int maxWidth = 0;  ///< pixels; longer lines are not read
    double margin = 0; ///< above and below the ink, in its height
};

/// A line made ready: the ink's rows with their margin, 1 x 1 x height x width floats, 0 paper,
/// 1 ink.
struct LineStrip {
    cv::Mat blob;
    int width = 0;      ///< columns of `blob` that show the line; the rest is empty paper
    double scale = 0;   ///< pixels of the strip for one of the picture
    cv::Point2d origin; ///< of the strip in the picture
};

/// Nothing when the picture shows no ink, or is not a line.
[[nodiscard]] std::optional<LineStrip> lineStrip(const cv::Mat& gray, const StripForm& form);

} // namespace handshake
