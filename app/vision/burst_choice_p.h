// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/face_finder_p.h"

#include <cstddef>
#include <vector>

namespace handshake {

/// What one picture of a burst is chosen by.
struct BurstFrame {
    bool hasEyes = false; ///< both found: open, and free of reflections
    double sharpness = 0; ///< faceSharpness()
    double roll = 0;      ///< eyeRoll(); of frames with eyes only
};

/// The picture to keep, as stated in PhotoChecker::choose(). 0 for an empty burst.
[[nodiscard]] std::size_t bestFrame(const std::vector<BurstFrame>& burst);

/// Looks at the face, which is at `face` in all of them.
[[nodiscard]] std::vector<BurstFrame> lookAtBurst(FaceFinder& finder,
                                                  const std::vector<cv::Mat>& grays, cv::Rect face);

} // namespace handshake
