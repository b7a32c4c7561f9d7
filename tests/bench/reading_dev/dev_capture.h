// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/reading_dev/dev_papers.h"

#include <QImage>
#include <QPolygonF>

namespace handshake::readingdev {

/// A capture of a paper and the corners that a sheet finder erring by up to 2 mm might give.
struct DevCapture {
    QImage picture;
    QPolygonF corners; ///< of the upright paper, wrong
    double dpi = 0;
    bool isGood = false; ///< no glare, at least 200 dpi, blur and noise small, corners 1 mm off
};

/// Rotation up to 1.5 degrees, keystone, blur, noise, uneven light, glare, JPEG: at random.
[[nodiscard]] DevCapture capture(const DevPaper& paper, std::uint32_t seed);

} // namespace handshake::readingdev
