// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/photo_checks_p.h"

#include <vector>

namespace handshake {

/// One for each line with a place, in order. Only when photo.hasOutline().
[[nodiscard]] std::vector<LineView> viewLines(const PhotoContext& photo);

} // namespace handshake
