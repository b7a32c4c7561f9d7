// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace handshake {

/// A picture whose cells are looked for again and again: brightness with its sums.
struct SearchPicture {
    cv::Mat values;  ///< CV_32F
    cv::Mat sums;    ///< CV_64F, as cv::integral()
    cv::Mat squares; ///< CV_64F
};
[[nodiscard]] SearchPicture searchPicture(const cv::Mat& gray);

/// Pixels to look for, their mean taken off.
struct CellTemplate {
    std::vector<float> values;
    cv::Size size;
    double length = 0; ///< sum of the squares
};
[[nodiscard]] CellTemplate cellTemplate(const cv::Mat& values, cv::Rect cell);
/// Sum of the products with the pixels of `photo` at `place`, which lies inside of it.
[[nodiscard]] double productAt(const SearchPicture& photo, const CellTemplate& wanted,
                               cv::Point place);

struct CellMatch {
    double ncc = -1; ///< correlation at the best place, -1 … 1; 0 where there is no texture
    cv::Point offset;
};

/// Where within `reach` pixels around `start` the pixels of `cell` of `artwork` are most alike in
/// `photo`. Both pictures have the same size.
[[nodiscard]] CellMatch searchCell(const SearchPicture& photo, const cv::Mat& artwork,
                                   cv::Rect cell, cv::Point start, int reach);

/// Standard deviation of the values in `cell`.
[[nodiscard]] double textureOf(const SearchPicture& picture, cv::Rect cell);

} // namespace handshake
