// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace handshake {

struct BackdropLine;

/// A provider that could be mixed up with this one, made from its own print: ground, colours,
/// ornament and layout stay, every character of the known lines stands on its head and in another
/// place of its line, and the patches with the most structure beside them (the emblem, or the
/// tiles) stand on their heads.
[[nodiscard]] cv::Mat resemblingPrint(const cv::Mat& artworkBgr,
                                      const std::vector<BackdropLine>& lines);

} // namespace handshake
