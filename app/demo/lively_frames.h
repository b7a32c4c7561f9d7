// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/photo_scene.h"

#include <QImage>

#include <vector>

namespace handshake {

/// `photo`, drawn after `scene`, as a camera shows it over a second and a half: whoever stands
/// there sways a little. One after the other at 25 a second, over and over; each is shown for three
/// frames (and shares its pixels). The grain of the sensor is the camera's to add.
[[nodiscard]] std::vector<QImage> livelyFrames(const QImage& photo, const SceneDesign& scene);

} // namespace handshake
