// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRect>

namespace handshake {

/// Regions are clipped to the picture; an empty region means the whole picture; a region outside
/// it measures 0.

/// Variance of the Laplacian of the brightness. The region is first scaled down to `width` pixels
/// when it is wider, so that the figure does not depend on the camera (for a face at 160: below 10
/// blurred, from 25 on sharp); 0 leaves it as it is.
[[nodiscard]] double sharpness(const QImage& image, QRect region, int width = 160);

struct Exposure {
    double mean = 0;        ///< brightness, 0 to 255
    double darkShare = 0;   ///< share of pixels darker than 32
    double brightShare = 0; ///< share of pixels brighter than 240
};
[[nodiscard]] Exposure exposure(const QImage& image, QRect region);

/// Share of pixels in burnt-out patches: all three colours at their limit, in areas and not in
/// single pixels, as lamps make them on a laminated card or on glasses.
[[nodiscard]] double glareShare(const QImage& image, QRect region);

} // namespace handshake
