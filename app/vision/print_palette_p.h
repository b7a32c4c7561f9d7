// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/dense_comparison_p.h"

#include <opencv2/core.hpp>

#include <vector>

namespace handshake {

/// The colours a print is made of, and what lies between two of them where ink meets ground.
struct PrintPalette {
    std::vector<cv::Vec3d> colours; ///< B G R
};
[[nodiscard]] PrintPalette paletteOf(const cv::Mat& artworkBgr);

/// Where from a block downwards there is next to nothing of the print until the floor: something
/// stands before it. `states` as DenseComparison::hidden; CV_8U, 255 there.
[[nodiscard]] cv::Mat standing(const cv::Mat& states, const cv::Mat& body);

/// What stands before a print, blocks as DenseComparison::hidden, CV_8U, 255 there.
struct ThingsBefore {
    cv::Mat things;
    cv::Mat tops; ///< just above what stands on the floor, where its upper edge may still be
};
/// What is not the colour the print has at its place but one of its others is no thing before it,
/// unless it stands on the floor: it is print that should not be here.
[[nodiscard]] ThingsBefore thingsBefore(const DenseComparison& found, const PrintPalette& palette,
                                        const Thresholds& thresholds);

} // namespace handshake
