// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/paper_sample.h"
#include "app/demo/paper_evaluation/random.h"

#include <QStringList>

#include <array>
#include <cstddef>
#include <cstdint>

namespace handshake::papereval {

/// What can stand in the way of a camera, each at level 0, 1 or 2 (kCameraRanges).
enum class CameraFault : std::uint8_t {
    Small,      ///< height of a character of the smallest field, pixels
    Tilt,       ///< of the paper to the camera, degrees
    Defocus,    ///< radius of the blur, pixels
    Motion,     ///< length of the blur, pixels
    Glare,      ///< light added in its middle, 1 is white
    Shadow,     ///< share of the light left in it
    Dim,        ///< exposure; 1 is right
    Noise,      ///< standard deviation at middle grey, levels of 255
    Warm,       ///< blue light in relation to red
    Compressed, ///< JPEG quality
};
inline constexpr std::size_t kCameraFaults = 10;

/// What can stand in the way of a scanner.
enum class ScannerFault : std::uint8_t {
    Coarse,     ///< dots per inch
    Skew,       ///< degrees
    Seam,       ///< how much darker the faint shadow at a paper's edge is, levels of 255
    Dust,       ///< specks per square decimetre
    Compressed, ///< JPEG quality
};
inline constexpr std::size_t kScannerFaults = 5;

/// From where to where a fault's figure goes at one level.
struct Range {
    double low = 0;
    double high = 0;
};

/// The rule for "good": every figure at level 0. "Medium": two of the ten (a scanner: one of the
/// five) at level 1. "Hard": two (one) at level 2 and one at level 1. All others stay at level 0.
inline constexpr std::array<std::array<Range, 3>, kCameraFaults> kCameraRanges{{
    {{{24, 34}, {18, 23}, {13, 17}}},
    {{{0, 9}, {11, 19}, {21, 30}}},
    {{{0.2, 0.7}, {1.0, 1.4}, {1.6, 2.3}}},
    {{{0, 0.8}, {1.6, 3}, {3.2, 6}}},
    {{{0, 0}, {0.2, 0.45}, {0.6, 1.3}}},
    {{{0.88, 1}, {0.6, 0.8}, {0.35, 0.55}}},
    {{{0.8, 1.05}, {0.45, 0.65}, {0.25, 0.4}}},
    {{{1, 2.5}, {3.5, 5}, {6, 10}}},
    {{{0.92, 1.06}, {0.75, 0.86}, {0.58, 0.7}}},
    {{{88, 95}, {70, 84}, {45, 64}}},
}};
inline constexpr std::array<std::array<Range, 3>, kScannerFaults> kScannerRanges{{
    {{{300, 400}, {200, 240}, {150, 170}}},
    {{{-1, 1}, {-4, 4}, {-9, 9}}},
    {{{10, 22}, {5, 9}, {2, 4}}},
    {{{2, 12}, {30, 60}, {90, 200}}},
    {{{86, 95}, {70, 84}, {45, 64}}},
}};

/// The figures of one picture, and what is not as on a good one ("defocus:2").
template <std::size_t Count>
struct Conditions {
    Severity severity = Severity::Good;
    std::array<double, Count> figures{};
    QStringList faults;
};
using CameraConditions = Conditions<kCameraFaults>;
using ScannerConditions = Conditions<kScannerFaults>;

[[nodiscard]] CameraConditions cameraConditions(Severity severity, Random random);
[[nodiscard]] ScannerConditions scannerConditions(Severity severity, Random random);

[[nodiscard]] inline double figure(const CameraConditions& conditions, CameraFault fault)
{
    return conditions.figures.at(static_cast<std::size_t>(fault));
}
[[nodiscard]] inline double figure(const ScannerConditions& conditions, ScannerFault fault)
{
    return conditions.figures.at(static_cast<std::size_t>(fault));
}

} // namespace handshake::papereval
