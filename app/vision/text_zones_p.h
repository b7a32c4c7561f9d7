// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/backdrop_data_p.h"

#include <opencv2/core.hpp>

#include <vector>

namespace handshake {

/// Gives every line without a box the place on the artwork that looks like a line of as many
/// characters; a line that nothing fits stays without one. Largest lettering first, so that the
/// name gets the headline.
void placeLines(const cv::Mat& artworkGray, std::vector<BackdropLine>& lines);

} // namespace handshake
