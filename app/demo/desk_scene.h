// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QPolygonF>
#include <QSize>

#include <cstdint>

namespace handshake {

/// How a paper lies under a document camera. Everything random comes from `seed`.
struct DeskScene {
    std::uint32_t seed = 1;
    QSize size{1920, 1440};
    double paperShare = 0.62; ///< the paper's width against the picture's
    double roll = 0;          ///< degrees, clockwise; 180 is upside down
    double tiltX = 0;         ///< degrees around the horizontal axis
    double tiltY = 0;         ///< degrees around the vertical axis
    QPointF offset;           ///< of the paper's centre, in shares of the picture's size
    QColor desk{92, 74, 60};
    bool clutter = false; ///< pens and other sheets around the paper
    double brightness = 1.0;
    double lightGradient = 0.15; ///< how much darker the far corner is, 0..1
    double noise = 3;            ///< standard deviation in grey levels
    double blur = 0.6;           ///< Gaussian, in pixels
    double glare = 0;            ///< radius of a burnt-out spot on the paper, share of its width
};

/// The picture and where the paper really is.
struct DeskPicture {
    QImage image;      ///< Format_RGB32
    QPolygonF corners; ///< of the upright paper: top left, top right, bottom right, bottom left
};

/// A camera's picture of `paper` (alpha respected) on a desk. The same scene gives the same
/// picture.
[[nodiscard]] DeskPicture drawOnDesk(const QImage& paper, const DeskScene& scene);

/// The same desk with nothing on it but, if asked for, clutter.
[[nodiscard]] QImage drawEmptyDesk(const DeskScene& scene);

} // namespace handshake
