// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace handshake {

/// A straight edge that runs along a side: where it may be the paper's.
struct SideEdge {
    cv::Point2d from; ///< on the edge, near the side's first corner
    cv::Point2d to;   ///< near its second one
    double seen = 0;  ///< 0..1: how much of the side shows the edge
    double step = 0;  ///< how differently its two sides look, in grey levels
    /// -1..1: the ground's colour ends here. A printed line has it on both sides, a coloured frame
    /// beyond it, a shadow's outer end on neither.
    double ends = 0;
    double outward = 0; ///< 0..1: how far outside of all that was looked at
};

/// What lies along one side of a rough outline: the picture around it laid straight.
class SideStrip final
{
public:
    struct Reach {
        double outward; ///< pixels
        double inward;
        double stripe = 0; ///< the widest a printed frame is taken to be
    };

    /// `bgra` outlives this object. The paper lies to the right of the way from `from` to `to`
    /// (clockwise outlines). `ground` is the paper's colour near this side, by groundAlong().
    SideStrip(const cv::Mat& bgra, cv::Point2d from, cv::Point2d to, Reach reach,
              const cv::Vec3d& ground);

    /// The likeliest edges, best first.
    [[nodiscard]] std::vector<SideEdge> edges(std::size_t most) const;

private:
    struct Line {
        double first; ///< where it crosses the strip's left end, rows
        double last;
        double votes;
    };

    void measureSlopes();
    [[nodiscard]] std::vector<Line> likelyLines(std::size_t most) const;
    [[nodiscard]] static bool isApart(const Line& line, const std::vector<Line>& others);
    void sharpen(Line& line) const;
    [[nodiscard]] SideEdge described(const Line& line) const;
    [[nodiscard]] cv::Vec3d colourBeside(const Line& line, double rows) const;
    /// Whether the colour outside of a line is a stripe with the paper's ground beyond it.
    [[nodiscard]] bool isPrinted(const Line& line, const cv::Vec3d& outside) const;
    [[nodiscard]] float slopeAt(int column, double row) const;

    cv::Point2d m_from;
    cv::Point2d m_along;  ///< of length 1
    cv::Point2d m_inward; ///< of length 1
    double m_length;
    Reach m_reach;
    cv::Vec3d m_ground;
    cv::Mat m_colours; ///< CV_32FC3: brightness and two colours; columns along, rows inward
    cv::Mat m_slopes;  ///< CV_32F: row r is the step between rows r-1 and r
    float m_least = 0; ///< below, a slope is noise
    float m_full = 0;  ///< beyond, a slope says no more
};

/// The usual colour of the paper beside a side, up to `depth` pixels inward: brightness and two
/// colours.
[[nodiscard]] cv::Vec3d groundAlong(const cv::Mat& bgra, cv::Point2d from, cv::Point2d to,
                                    double depth);

} // namespace handshake
