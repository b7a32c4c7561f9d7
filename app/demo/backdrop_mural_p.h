// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/backdrop_drawing.h"

#include <QPainter>

namespace handshake {

/// Sky, sun, hills and an invented skyline over the whole artwork, another for each seed and
/// edition, in shades of the design's ground.
void drawMural(QPainter& painter, const BackdropDesign& design, QSizeF size);

} // namespace handshake
