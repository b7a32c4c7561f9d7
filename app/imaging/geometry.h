// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <QSize>
#include <QSizeF>

namespace handshake {

/// The quadrilateral `corners` (TL TR BR BL, pixels of `image`) seen straight on, `size` large.
/// Parts outside the picture become white. InvalidInput when the four points are not a convex
/// quadrilateral in this order, or `size` is empty or over the picture limits.
[[nodiscard]] Result<QImage> rectify(const QImage& image, const QPolygonF& corners, QSize size);

/// The largest part with the given width : height, its centre as near to that of `keep` as the
/// picture allows; an empty `keep` means the middle. `keep` is wholly inside whenever it fits.
[[nodiscard]] QImage cropToRatio(const QImage& image, QSizeF ratio, QRect keep);

/// Where cropToRatio() cuts, in pixels of the picture: to move other boxes along.
[[nodiscard]] QRect cropRect(QSize picture, QSizeF ratio, QRect keep);

/// Both pictures at the width of the wider one, `lower` under `upper`, a thin white gap between.
[[nodiscard]] QImage stackVertically(const QImage& upper, const QImage& lower);

/// Without the white margin of a scanner, a small rim left; specks of dust do not count as
/// content. A picture with nothing in it comes back unchanged.
[[nodiscard]] QImage trimMargin(const QImage& image);

/// What trimMargin() keeps, in pixels of the picture.
[[nodiscard]] QRect contentRect(const QImage& image);

} // namespace handshake
