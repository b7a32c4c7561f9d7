// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/rivalry_p.h"

#include <array>

namespace handshake {

/// What speaks for and against "this is the backdrop", each about 0 to 1.
struct BackdropFigures {
    static constexpr std::size_t kCount = 7;
    /// Points that agree (logarithm), share of the judged cells that agree, how many these are,
    /// their mean correlation, worst neighbourhood, share of the picture's cells hidden, lead over
    /// the mirror image.
    std::array<double, kCount> values{};
};
[[nodiscard]] BackdropFigures figuresOf(int inliers, const DenseComparison& found,
                                        const Rivalry& mirrorImage);

/// 0 … 1: how likely a photo with these figures shows the backdrop, by the logistic model whose
/// weights stand in the thresholds.
[[nodiscard]] double likelihoodOf(const BackdropFigures& figures, const Thresholds& thresholds);

} // namespace handshake
