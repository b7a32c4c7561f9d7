// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/paper_sample.h"
#include "app/demo/paper_evaluation/random.h"
#include "app/demo/paper_evaluation/sheets.h"

#include <cstdint>
#include <vector>

namespace handshake::papereval {

/// How papers are laid out before a camera.
enum class Arrangement : std::uint8_t {
    Alone,
    Stacked,    ///< below each other
    SideBySide, ///< beside each other
};

/// Papers on a desk under a camera; none at all for an empty desk.
[[nodiscard]] PaperSample cameraScene(const std::vector<Sheet>& sheets, Arrangement arrangement,
                                      Severity severity, Random random);
/// A paper of which part lies outside of the picture.
[[nodiscard]] PaperSample cutOffScene(const Sheet& sheet, Severity severity, Random random);
/// Papers on the glass of a scanner; none for an empty glass.
[[nodiscard]] PaperSample flatbedScene(const std::vector<Sheet>& sheets, Severity severity,
                                       Random random);
/// Papers copied in black and white onto an A4 sheet, which is scanned, or photographed.
[[nodiscard]] PaperSample copyScene(const std::vector<Sheet>& sheets, bool isScanned,
                                    Severity severity, Random random);
/// A screen that shows a paper, photographed.
[[nodiscard]] PaperSample screenScene(const Sheet& sheet, Severity severity, Random random);

} // namespace handshake::papereval
