// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/photo_scene.h"

#include <QPainter>
#include <QRectF>

#include <vector>

namespace handshake {

/// What hangs and stands along the wall: shelves with files, posters with lettering and emblems.
void drawClutter(QImage& picture, const SceneDesign& scene);

/// Where furniture stands before the backdrop, pixels: cabinets and screens at both sides and along
/// the lower edge, together about scene.furniture of the picture.
[[nodiscard]] std::vector<QRectF> furnitureOf(const SceneDesign& scene);
void drawFurniture(QImage& picture, const SceneDesign& scene);

/// A soft-edged shadow falling across what hangs on the wall.
void drawShadow(QImage& picture, const SceneDesign& scene);

} // namespace handshake
