// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/person_drawing.h"

class QPainter;

namespace handshake {

/// What covers head or face, drawn over a head whose face is 2 wide with its middle at the origin,
/// crown at -1.72 and chin at about 1.35; `seed` decides colour and cut.
void drawWear(QPainter& painter, Wear wear, std::uint32_t seed, double eyeDistance);

} // namespace handshake
