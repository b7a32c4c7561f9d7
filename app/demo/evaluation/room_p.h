// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>

namespace handshake::evaluation {

inline constexpr double kRoomWidthMm = 4000;
inline constexpr double kRoomHeightMm = 3000;

/// What is behind the curtain, or instead of it: a bare wall or an office with shelves. CV_8UC3,
/// kRoomWidthMm × kRoomHeightMm.
[[nodiscard]] cv::Mat roomPicture(bool cluttered, std::uint64_t seed);

} // namespace handshake::evaluation
