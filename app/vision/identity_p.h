// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/backdrop_data_p.h"
#include "app/vision/cell_search_p.h"
#include "app/vision/dense_comparison_p.h"
#include "app/vision/print_palette_p.h"

#include <array>
#include <cstdint>
#include <vector>

namespace handshake {

/// What makes an artwork this provider's and no other's: where its strong ink lies, piece by piece.
/// A provider that resembles this one shares ground, ornament and slogan; its emblem and the
/// letters of its name differ, and those are strong ink.
struct IdentityMap {
    /// Softness of the photo that is allowed for, pixels of the small artwork.
    static constexpr std::array<double, 4> kBlurs{0.0, 1.0, 2.0, 3.2};
    static constexpr int kSide = 3; ///< blocks a piece is wide and high: about a letter
    static constexpr int kColumns = CellGrid::kBlockColumns - kSide + 1;
    static constexpr int kRows = CellGrid::kBlockRows - kSide + 1;

    enum class Part : std::uint8_t {
        None, ///< little ink: every print of this kind may have it
        Name, ///< the first line of text
        Text, ///< another line: a slogan that others use too
        Mark  ///< anything else drawn strongly
    };
    std::array<Part, std::size_t(kColumns) * kRows> parts{};
    std::array<int, 4> counts{};                       ///< pieces of each part
    std::array<SearchPicture, kBlurs.size()> prints{}; ///< the artwork at each softness
    PrintPalette palette{};
    double strong = 0; ///< contrast of strong ink, grey levels

    /// Pixels of the piece at a column and row in a picture of this size.
    [[nodiscard]] static cv::Rect piece(int column, int row, cv::Size size);
};
[[nodiscard]] IdentityMap identityOf(const BackdropReference& artwork,
                                     const std::vector<BackdropLine>& lines,
                                     const Thresholds& thresholds);

/// What the photo's strong ink says.
struct IdentityFinding {
    int judged = 0;                ///< pieces in view
    std::array<int, 4> agreeing{}; ///< of these as printed, by part
    double contradiction = 0;      ///< 0 as printed … 1 another print, at the worst place
    double blur = 0;               ///< of IdentityMap::kBlurs, what fits the photo

    [[nodiscard]] int agreeingOf(IdentityMap::Part part) const
    {
        return agreeing[std::size_t(part)];
    }
};
/// Enough of the name or of what is drawn is in view to tell the print from one that resembles it.
[[nodiscard]] bool isIdentified(const IdentityFinding& finding, const Thresholds& thresholds);

/// `found` is the artwork's place in the photo.
[[nodiscard]] IdentityFinding compareIdentity(const DenseComparison& found, const IdentityMap& map,
                                              const Thresholds& thresholds);

} // namespace handshake
