// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <array>

namespace handshake {

/// Four corners in order around a quadrilateral; side i runs from corner i to the next.
using Quad = std::array<cv::Point2d, 4>;

[[nodiscard]] inline double cross(cv::Point2d a, cv::Point2d b)
{
    return (a.x * b.y) - (a.y * b.x);
}

[[nodiscard]] double areaOf(const Quad& quad);
[[nodiscard]] bool isConvex(const Quad& quad);

/// Clockwise as seen, the longer pair of sides first, beginning at the upper left of a paper that
/// lies nearly upright.
[[nodiscard]] Quad ordered(Quad quad);

/// Area of what two convex quadrilaterals share against that of both together.
[[nodiscard]] double overlap(const Quad& a, const Quad& b);

/// How much of `inner` lies within `outer`.
[[nodiscard]] double shareInside(const Quad& inner, const Quad& outer);

/// Long side against short side of the rectangle that is seen as `quad`, if a usual camera took it
/// whose axis meets the picture's centre. 1 for what no camera sees so.
[[nodiscard]] double rectangleRatio(const Quad& quad, cv::Size picture);

/// How unlike the papers we know (ID-1 cards; A4, A3 and the like) a ratio of sides is, where
/// `deviation` is what a picture's distortion makes of it: 0 like one, 1 like none.
[[nodiscard]] double ratioStrangeness(double ratio, double deviation);

/// Long side against short side as seen: papers we know lie between 1.4 and 1.6, at a slant beyond.
[[nodiscard]] bool hasPaperRatio(const Quad& quad);

/// `quad` with every corner multiplied by `factor`.
[[nodiscard]] Quad scaled(const Quad& quad, double factor);

} // namespace handshake
