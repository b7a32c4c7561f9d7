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
    double clutter = 0;           ///< 0 … 1: shelves and posters along the wall
    double furniture = 0;         ///< share of the picture hidden by things before the backdrop
    double shadow = 0;            ///< 0 … 1: depth of a shadow across the backdrop
    bool held = false;            ///< the backdrop is a print held before the chest
    bool pasted = false;          ///< the artwork was put behind the person afterwards
    double screenPitch = 0;       ///< not 0: photo of a screen, pixels of the picture a grid cell
    bool bezel = false;           ///< of that screen in view
    int jpegQuality = 0;          ///< 1 … 100, 0: not compressed
    std::uint32_t seed = 1;       ///< of noise, folds, the wall and what stands there
};

[[nodiscard]] QImage drawPhotoScene(const SceneDesign& scene);

/// What each pixel of drawPhotoScene() shows.
enum class ScenePart : std::uint8_t { Wall = 0, Backdrop = 1, Person = 2, Furniture = 3 };

/// The parts of the scene as Grayscale8, values of ScenePart.
[[nodiscard]] QImage scenePartsOf(const SceneDesign& scene);

} // namespace handshake
