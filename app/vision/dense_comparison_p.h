// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/cell_grid_p.h"
#include "app/vision/thresholds_p.h"

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace handshake {

struct BackdropReference;

/// The photo as the comparison reads it, both at the width features are found at.
struct PhotoView {
    cv::Mat gray;
    cv::Mat bgr;
    cv::Mat person; ///< CV_8U, not zero where a person is expected; empty when nobody was found
};

/// The photo held against the artwork, cell by cell.
struct DenseComparison {
    static constexpr int kWidth = 480; ///< of the artwork while comparing, pixels

    enum class Cell : std::uint8_t {
        Outside, ///< not in the picture
        Hidden,  ///< something stands before it: its colours are not the print's
        Plain,   ///< nothing there to compare, or too faint for this light and noise
        Agrees,
        Differs
    };

    cv::Matx33d toPhoto; ///< refined
    std::array<Cell, CellGrid::kCells> cells{};
    /// Correlation as share of what a true print would reach in this noise, 0 … about 1; where
    /// Agrees or Differs.
    std::array<double, CellGrid::kCells> ncc{};
    std::array<cv::Point, CellGrid::kCells> shifts{}; ///< where the cell was found, pixels
    cv::Mat hidden; ///< CV_8U, a pixel a block: 0 outside, 1 the print, 255 something before it
    int agreeing = 0;
    int differing = 0;
    int covered = 0;       ///< cells Hidden
    double gain = 0;       ///< of the print's contrasts in the photo
    double noise = 0;      ///< standard deviation in `rectified`, grey levels
    double meanNcc = 0;    ///< over the judged cells
    double worstPatch = 0; ///< worst neighbourhood of judged cells: 0 as printed … 1 another print
    cv::Mat rectified;     ///< the photo's brightness as the artwork lies, kWidth wide, smoothed

    /// Share of the cells that could be judged and agree, 0 when none could.
    [[nodiscard]] double agreement() const;
    [[nodiscard]] int judged() const { return agreeing + differing; }
};

/// The artwork's brightness at kWidth, as soft as a camera sees it.
[[nodiscard]] cv::Mat denseArtwork(const cv::Mat& gray);
/// Mean colours of the artwork's blocks, CV_32FC3, B G R.
[[nodiscard]] cv::Mat blockColours(const cv::Mat& bgr);

/// Compares at the place `toPhoto` (pixels of the artwork to pixels of the photo). A small search
/// in each cell allows for folds; what it finds refines `toPhoto`.
[[nodiscard]] DenseComparison compareDense(const PhotoView& photo, const BackdropReference& artwork,
                                           const cv::Matx33d& toPhoto,
                                           const Thresholds& thresholds);

/// Where blocks of the artwork do not have the print's colours: CV_8U, 0 outside the picture,
/// 1 print, 255 something else. `trusted` says which cells show the print for certain; the light
/// is measured there.
[[nodiscard]] cv::Mat foreignBlocks(const cv::Mat& photoBgr, const cv::Mat& artworkColours,
                                    const cv::Matx33d& fromBlocks,
                                    const std::array<bool, CellGrid::kCells>& trusted,
                                    const Thresholds& thresholds);

} // namespace handshake
