// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/take_p.h"

#include <opencv2/core.hpp>

namespace handshake::evaluation {

/// A photo of a monitor that shows `shown` (CV_8UC3): its pixel grid, frame, glare. `tremble` in
/// degrees.
[[nodiscard]] cv::Mat monitorPhoto(const cv::Mat& shown, const SampleDesign& sample,
                                   double tremble);

/// The person of a photo before a wall, cut out not quite cleanly, before the artwork itself.
/// `take` becomes what the picture shows.
void pasteOnArtwork(Take& take, const Stage& stage);

} // namespace handshake::evaluation
