// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/dense_comparison_p.h"

#include <array>

namespace handshake {

/// An artwork that could be taken for the own one (its mirror image, an older edition, another
/// provider's), laid over it.
struct Rival {
    cv::Mat values; ///< brightness as BackdropReference::small, CV_32F
    std::array<bool, CellGrid::kCells> differs{}; ///< cells in which the two can be told apart
    int cells = 0;                                ///< how many these are
};
[[nodiscard]] Rival rivalOf(const cv::Mat& ownSmall, const cv::Mat& rivalSmall,
                            const Thresholds& thresholds);

/// Which of the two the photo shows, judged only where they differ and something of either is in
/// view.
struct Rivalry {
    int cells = 0;            ///< cells that speak for one or the other
    double margin = 0;        ///< -1 all for the rival … 1 all for the own artwork
    bool everDiffers = false; ///< the two differ somewhere at all
};
/// `found` is the own artwork's place in the photo.
[[nodiscard]] Rivalry compareRivals(const DenseComparison& found, const cv::Mat& ownValues,
                                    const Rival& rival, const Thresholds& thresholds);

/// The photo shows the rival: few cells have to say so clearly, many need only lean that way.
[[nodiscard]] bool rivalWins(const Rivalry& rivalry, const Thresholds& thresholds);

} // namespace handshake
