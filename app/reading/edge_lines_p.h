// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <utility>
#include <vector>

namespace handshake {

/// A straight edge: a line, and where along it the picture really shows an edge.
struct EdgeLine {
    cv::Point2d point;     ///< on the line
    cv::Point2d direction; ///< of length 1
    std::vector<std::pair<double, double>>
        seen;              ///< along `direction` from `point`, not overlapping
    double length = 0;     ///< sum over `seen`
    double step = 0;       ///< how differently its two sides look, in Lab units: a scratch 0
    bool isBorder = false; ///< the picture's own edge

    [[nodiscard]] double distance(cv::Point2d at) const;
    [[nodiscard]] double along(cv::Point2d at) const;
    /// The share of the stretch between two points on the line that is seen as an edge.
    [[nodiscard]] double coverage(cv::Point2d from, cv::Point2d to) const;
};

/// The straight edges of a Lab picture (CV_8UC3) most likely to be a sheet's, collinear pieces
/// joined: long ones whose sides differ.
[[nodiscard]] std::vector<EdgeLine> findEdgeLines(const cv::Mat& lab, int maxLines);

/// The four edges of a picture, as lines seen all along.
[[nodiscard]] std::vector<EdgeLine> pictureBorders(cv::Size size);

/// How differently the two sides of a stretch look, in Lab units; `smooth` is a blurred picture, so
/// that single points stand for their surroundings.
[[nodiscard]] double stepAcross(const cv::Mat& smooth, cv::Point2d from, cv::Point2d to);

/// Where two lines cross; false when they are nearly parallel.
[[nodiscard]] bool crossing(const EdgeLine& a, const EdgeLine& b, cv::Point2d& at);

} // namespace handshake
