// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/cell_grid_p.h"
#include "app/vision/cell_search_p.h"
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
    cv::Mat hidden;  ///< CV_8U, a pixel a block: 0 outside, 1 the print, 255 something before it
    cv::Mat body;    ///< CV_8U, share of each block the person is expected in, 0 … 255
    cv::Mat seen;    ///< CV_32FC3, the photo's mean colour in each block, B G R
    cv::Mat amounts; ///< CV_32F, how bright each block is against what `light` makes of the print
    cv::Vec3d light; ///< what the light makes of the print's colours, B G R; 0 when not known
    int agreeing = 0;
    int differing = 0;
    int covered = 0;       ///< cells Hidden
    double gain = 0;       ///< of the print's contrasts in the photo
    double noise = 0;      ///< standard deviation in `photo`, grey levels
    double meanNcc = 0;    ///< over the judged cells
    double worstPatch = 0; ///< worst neighbourhood of judged cells: 0 as printed … 1 another print
    SearchPicture photo{}; ///< its brightness as the artwork lies, kWidth wide, smoothed

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

/// The blocks of the artwork as the photo shows them.
struct BlockView {
    cv::Mat states;  ///< CV_8U, 0 outside the picture, 1 the print's colour, 255 another one
    cv::Mat seen;    ///< as DenseComparison's
    cv::Mat amounts; ///< as DenseComparison's
    cv::Vec3d light;
};
/// `trusted` says which cells show the print for certain; the light is measured there.
[[nodiscard]] BlockView viewBlocks(const cv::Mat& photoBgr, const cv::Mat& artworkColours,
                                   const cv::Matx33d& fromBlocks,
                                   const std::array<bool, CellGrid::kCells>& trusted,
                                   const Thresholds& thresholds);

constexpr unsigned char kForeignPrint = 128; ///< among BlockView::states: another print
/// Things before a backdrop stand on the floor or are the person: what is foreign with the print in
/// view below it is a foreign print and no thing.
void keepWhatStands(cv::Mat& blocks, const cv::Mat& person);

} // namespace handshake
