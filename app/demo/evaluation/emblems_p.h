// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>

#include <vector>

namespace handshake::evaluation {

/// A piece of an emblem, inside of the square -1 … 1.
struct EmblemPart {
    QPainterPath path;
    int ink = 0; ///< 0 main, 1 second, 2 ground
};

inline constexpr int kEmblems = 24;

/// An invented company's emblem, 0 … kEmblems-1, back to front. `variant` is the same emblem with
/// its last, small part drawn otherwise.
[[nodiscard]] std::vector<EmblemPart> emblem(int kind, bool variant);

/// Bounds of what differs between an emblem and its variant.
[[nodiscard]] QRectF emblemChange(int kind);

} // namespace handshake::evaluation
