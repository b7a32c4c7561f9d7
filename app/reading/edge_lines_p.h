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
        seen;          ///< along `direction` from `point`, not overlapping
    double length = 0; ///< sum over `seen`

    [[nodiscard]] double distance(cv::Point2d at) const;
    [[nodiscard]] double along(cv::Point2d at) const;
    /// The share of the stretch between two points on the line that is seen as an edge.
    [[nodiscard]] double coverage(cv::Point2d from, cv::Point2d to) const;
};

/// The longest straight edges of a Lab picture (CV_8UC3), collinear pieces joined.
[[nodiscard]] std::vector<EdgeLine> findEdgeLines(const cv::Mat& lab, int maxLines);

/// Where two lines cross; `parallel` when they do not within reason.
[[nodiscard]] bool crossing(const EdgeLine& a, const EdgeLine& b, cv::Point2d& at);

} // namespace handshake
