// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/photo_scene.h"

namespace handshake {

/// Light, lens and sensor over a 32 bit picture.
void photograph(QImage& picture, const SceneDesign& scene);

/// The picture as a screen shows it to a camera: stripes of three colours and dark gaps, their
/// beat with the camera's own pixels, glow, and with scene.bezel the screen's dark frame.
void showOnScreen(QImage& picture, const SceneDesign& scene);

/// Compressed and unpacked again.
[[nodiscard]] QImage compressed(const QImage& picture, int quality);

} // namespace handshake
