// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QRect>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace handshake {

/// From millimetres on a paper of `size` to pixels of the picture in which its corners (TL TR BR
/// BL) lie. Identity when the corners are no quadrilateral.
[[nodiscard]] QTransform paperToPicture(const QPolygonF& corners, QSizeF size);

/// Upright box around a part of the paper, in pixels of the picture, inside `picture`.
[[nodiscard]] QRect boxOnPicture(const QTransform& paperToPicture, const QRectF& mm, QSize picture);

/// A part of the paper made flat, `dotsPerMm` fine; null when it cannot be.
[[nodiscard]] QImage flatPart(const QImage& picture, const QTransform& paperToPicture,
                              const QRectF& mm, double dotsPerMm);

/// Pixels of the picture per millimetre of the paper, along its worse side.
[[nodiscard]] double dotsPerMmOf(const QPolygonF& corners, QSizeF size);

} // namespace handshake
