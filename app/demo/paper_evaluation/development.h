// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/random.h"

#include <QByteArray>
#include <QImage>
#include <QPointF>

#include <vector>

namespace handshake::papereval {

/// A soft, longish bright or dark place on the picture; pixels and degrees.
struct LightSpot {
    QPointF centre;
    double along = 100;
    double across = 60;
    double degrees = 0;
    double strength = 0; ///< a glare: light added; a shadow: share of the light left
};

/// What light and device make of a scene on the way to the file.
struct Development {
    double exposure = 1;
    double warmth = 1;  ///< blue in relation to red
    double falloff = 0; ///< light lost towards one side and the corners, share
    double falloffDegrees = 0;
    std::vector<LightSpot> glares;
    std::vector<LightSpot> shadows;
    double defocus = 0; ///< radius, pixels
    double motion = 0;  ///< length, pixels
    double motionDegrees = 0;
    double noise = 0;      ///< standard deviation at middle grey, levels of 255
    double sharpening = 0; ///< by the device, share
    int jpegQuality = 90;
};

/// The picture as the device would give it: light, lens, sensor, in linear light.
[[nodiscard]] QImage developed(const QImage& scene, const Development& development, Random random);

[[nodiscard]] QByteArray asJpeg(const QImage& picture, int quality);

} // namespace handshake::papereval
