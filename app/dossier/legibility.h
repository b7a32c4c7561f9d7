// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace handshake {

/// How much of the lettering of `original` survives in `rendition` (the same picture, smaller and
/// compressed): the mean correlation, 0 to 1, of fine detail in the parts of the picture that hold
/// lettering; 1 when there is none. Computed at a long side of at most 2000 pixels.
[[nodiscard]] double measureLegibility(const QImage& original, const QImage& rendition);

} // namespace handshake
