// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QFont>
#include <QString>

#include <cstdint>

namespace handshake::papereval {

/// The faces of the evaluation's print; none of them is used by the demo's own papers.
enum class Face : std::uint8_t {
    ZenHei,   ///< sans, all of the basic plane: the only one that has rare characters
    MicroHei, ///< sans, humanist
    Song,     ///< serif, light; GB 2312 only
    Kai,      ///< brush-like; GB 2312 only
};

/// Configuration when one of the packages is not installed; `detail` says which and what to do.
[[nodiscard]] Result<void> checkFonts();

/// The face at 100 pixels, unhinted; for outlines.
[[nodiscard]] QFont outlineFont(Face face);

/// `wanted` when it has every character of `text`, else ZenHei.
[[nodiscard]] Face faceFor(Face wanted, const QString& text);

} // namespace handshake::papereval
