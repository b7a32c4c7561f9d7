// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/photo_checks_p.h"

#include <QRect>

#include <vector>

namespace handshake {

/// How one placed line of the backdrop's text appears in the photo.
struct LineView {
    QRect zone;          ///< in the photo, pixels, clipped to it
    double visible = 0;  ///< share of its characters in view
    double likeness = 0; ///< correlation of the visible characters with the artwork, -1 … 1
    /// Likeness of the two neighbouring characters that are least like the artwork's; 1 with fewer
    /// than two in view.
    double weakest = 1;
    double height = 0; ///< of the lettering when the photo is made 800 pixels wide
};

/// One for each line with a place, in order. Only when photo.hasOutline().
[[nodiscard]] std::vector<LineView> viewLines(const PhotoContext& photo);

} // namespace handshake
