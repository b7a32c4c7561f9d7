// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QSize>

#include <cstdint>

namespace handshake {

/// What somebody may wear that a photo must not show.
enum class Wear : std::uint8_t { Nothing, Cap, KnitHat, Mask, DarkGlasses };

/// An invented person. The same design gives the same pixels; `seed` varies proportions, hair,
/// tones of skin and clothes within what people look like. No picture of a real person is used.
struct PersonDesign {
    std::uint32_t seed = 1;
    double skinTone = 0.3; ///< 0 very light to 1 very dark
    QColor jacket{};       ///< invalid: a quiet colour chosen by the seed
    bool longHair = false;
    bool glasses = false;
    double rollDegrees = 0; ///< head tilted, clockwise
    double turn = 0;        ///< head turned to the side: -1 … 1, 0 faces the camera
    double build = 0.5;     ///< 0 slight to 1 broad
    bool bald = false;
    bool beard = false;
    Wear wear = Wear::Nothing;
    double sideLight = 0; ///< one side of head and body in shadow: -1 the left … 1 the right
};

/// The person from the chest up, both shoulders in view, on a transparent ground (ARGB32
/// premultiplied). The head is about 0.42 of the height. Null for an empty size.
[[nodiscard]] QImage drawPerson(const PersonDesign& person, QSize size);

/// As on an identity card: head and shoulders on white, RGB32.
[[nodiscard]] QImage drawPortrait(const PersonDesign& person, QSize size);

} // namespace handshake
