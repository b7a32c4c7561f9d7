// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/local_features_p.h"
#include "app/vision/thresholds_p.h"

#include <opencv2/core.hpp>
#include <opencv2/flann.hpp>

#include <optional>

namespace handshake {

/// Where an artwork lies in a picture.
struct Alignment {
    cv::Matx33d toPhoto; ///< from pixels of the artwork to pixels of the photo
    int inliers = 0;     ///< pairs of points that agree, each point counted once
};

/// Finds one artwork among the features of photos. Made for motifs that repeat: every pair of
/// similar points is a hypothesis of scale, angle and place of its own and votes for it; no ratio
/// test, which would delete exactly the repeated ones.
class BackdropMatcher final
{
public:
    BackdropMatcher(const LocalFeatures& artwork, cv::Size artworkSize,
                    const Thresholds& thresholds);

    /// The place most points agree on; none when no upright, unmirrored, plausible view of the
    /// artwork has enough of them.
    [[nodiscard]] std::optional<Alignment> match(const LocalFeatures& photo);

    struct Pair {
        int photo = 0;
        int artwork = 0;
        double weight = 0; ///< 1 / similar points in the artwork
        double logScale = 0;
        double angle = 0;   ///< degrees, -180 … 180
        cv::Point2d centre; ///< where this pair puts the artwork's middle
    };

private:
    [[nodiscard]] std::vector<Pair> pairsWith(const LocalFeatures& photo);

    LocalFeatures m_artwork;
    cv::Size m_size;
    Thresholds m_thresholds;
    cv::flann::Index m_index;
};

/// The outline of an artwork of this size in the photo: TL TR BR BL.
[[nodiscard]] std::array<cv::Point2d, 4> projectedOutline(const cv::Matx33d& toPhoto,
                                                          cv::Size artwork);

/// Whether this can be a camera's view of a hanging artwork: convex, not mirrored, not steep.
[[nodiscard]] bool isPlausible(const cv::Matx33d& toPhoto, cv::Size artwork,
                               const Thresholds& thresholds);

} // namespace handshake
