// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/face_finder_p.h"

#include <opencv2/core.hpp>

#include <optional>

namespace handshake {

/// Share of the region around nose and mouth that has neither the skin's colour (as it is between
/// the eyes) nor that of lips or hair: cloth. Nothing when the region is not in the picture.
/// `bgr` has 8 bits a channel.
[[nodiscard]] std::optional<double> mouthCover(const cv::Mat& bgr, const Eyes& eyes);

/// Share of the crown of the head that has neither a colour hair can have, nor the skin's, nor that
/// of the ground beside the head: a hat. A black or grey hat looks like hair.
[[nodiscard]] std::optional<double> crownCover(const cv::Mat& bgr, const Eyes& eyes);

/// How far the eyes sit off the middle of the face, as share of half its width: 0 looks straight
/// ahead. Nothing when the face's edges are not seen.
[[nodiscard]] std::optional<double> eyesOffset(const cv::Mat& bgr, const Eyes& eyes);

/// Brightness of the two cheeks, the larger over the smaller: 1 is even light. Nothing when a cheek
/// is not in the picture.
[[nodiscard]] std::optional<double> cheekRatio(const cv::Mat& gray, const Face& face);

} // namespace handshake
