// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QSize>

#include <cstdint>

namespace handshake {

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
};

/// The person from the chest up, both shoulders in view, on a transparent ground (ARGB32
/// premultiplied). The head is about 0.42 of the height. Null for an empty size.
[[nodiscard]] QImage drawPerson(const PersonDesign& person, QSize size);

/// As on an identity card: head and shoulders on white, RGB32.
[[nodiscard]] QImage drawPortrait(const PersonDesign& person, QSize size);

} // namespace handshake
