// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/quad_p.h"
#include "app/reading/side_strip_p.h"

#include <array>
#include <optional>
#include <vector>

namespace handshake {

/// An outline laid exactly along a sheet's border.
struct FittedSheet {
    Quad quad;              ///< clockwise as seen, in pixels of the picture it was fitted to
    double score = 0;       ///< how surely this is a sheet's border, up to about 1
    double support = 0;     ///< 0..1: mean share of the sides seen
    double step = 0;        ///< mean difference across the sides, grey levels
    double strangeness = 0; ///< 0 shaped like a known paper, 1 like none
    std::array<bool, 4> onBorder{};
};

/// Fits rough outlines to what a picture shows: along each side the likely edges, and of their
/// combinations the one that looks most like a sheet: seen all along, the paper's ground ending
/// there, the ratio of a known paper; of two outlines one inside of the other the outer.
class SheetBorder final
{
public:
    enum class Optics : std::uint8_t {
        Camera,  ///< sheets are seen at a slant
        Flatbed, ///< sheets are exact rectangles
    };

    /// `bgra` outlives this object.
    SheetBorder(const cv::Mat& bgra, Optics optics);

    /// `rough` is off by `slack` pixels at most; sides `onBorder` stay where they are. Nothing when
    /// the borders are not there.
    [[nodiscard]] std::optional<FittedSheet> fit(const Quad& rough, double slack,
                                                 const std::array<bool, 4>& onBorder) const;

    /// A sheet that fills the picture but for a narrow strip on some sides, as on a scanner's glass
    /// a little larger than the sheet. The other sides are the picture's own.
    [[nodiscard]] std::optional<FittedSheet> fitFilling() const;

private:
    struct Option;
    using Options = std::array<std::vector<Option>, 4>;

    [[nodiscard]] std::vector<Option> optionsAlong(cv::Point2d from, cv::Point2d to,
                                                   SideStrip::Reach reach, double depth) const;
    /// A scan may end where the sheet ends: the picture's edge near a side is one more option.
    void addBorderNear(cv::Point2d from, cv::Point2d to, std::vector<Option>& options) const;
    [[nodiscard]] std::optional<FittedSheet> bestOf(const Options& options) const;
    [[nodiscard]] FittedSheet combined(const Quad& quad,
                                       const std::array<const Option*, 4>& sides) const;
    [[nodiscard]] double strangenessOf(const Quad& quad) const;

    const cv::Mat& m_bgra;
    Optics m_optics;
};

} // namespace handshake
