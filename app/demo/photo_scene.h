// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/backdrop_drawing.h"
#include "app/demo/person_drawing.h"

#include <QImage>
#include <QPointF>
#include <QSize>

#include <cstdint>
#include <optional>
#include <vector>

namespace handshake {

/// A camera's view of persons in front of a backdrop. The same design gives the same pixels.
struct SceneDesign {
    std::optional<BackdropDesign> backdrop = BackdropDesign{}; ///< none: a plain wall
    std::vector<PersonDesign> persons = {PersonDesign{}};
    QSize size{1280, 960};
    double personHeight = 0.78;   ///< of the picture's height, chest to crown
    QPointF personAt{0.5, 1.0};   ///< middle of the lower edge, as shares of the picture
    double backdropScale = 1.18;  ///< width of the backdrop, as share of the picture's width
    QPointF backdropAt{0.5, 0.5}; ///< its middle, as shares of the picture
    double yawDegrees = 0;        ///< camera beside the backdrop's middle
    double pitchDegrees = 0;      ///< camera above it
    double rollDegrees = 0;       ///< camera tilted
    double brightness = 1.0;      ///< factor on the light
    double lightFromSide = 0.15;  ///< 0 even … 1 one side in the dark
    double warmth = 0;            ///< -1 bluish … 1 yellowish light
    double blur = 0.6;            ///< standard deviation in pixels
    double noise = 3.0;           ///< standard deviation in grey levels
    double folds = 0.2;           ///< waves of the cloth, 0 … 1
    bool mirrored = false;        ///< the whole picture flipped
    std::uint32_t seed = 1;       ///< of noise, folds and the wall
};

[[nodiscard]] QImage drawPhotoScene(const SceneDesign& scene);

} // namespace handshake
