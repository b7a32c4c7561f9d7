// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/thresholds_p.h"

#include <opencv2/core.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace handshake {

/// The photo held against the artwork, cell by cell.
struct DenseComparison {
    static constexpr int kColumns = 20;
    static constexpr int kRows = 15;
    static constexpr int kWidth = 480; ///< of the artwork while comparing, pixels

    enum class Cell : std::uint8_t { Outside, Person, Plain, Agrees, Differs };

    cv::Matx33d toPhoto; ///< refined
    std::array<Cell, kColumns * kRows> cells{};
    std::array<double, kColumns * kRows> ncc{}; ///< where Agrees or Differs
    int agreeing = 0;
    int differing = 0;
    double meanNcc = 0;

    /// Share of the cells that could be judged and agree, 0 when none could.
    [[nodiscard]] double agreement() const;
};

/// The artwork's brightness at kWidth.
[[nodiscard]] cv::Mat denseArtwork(const cv::Mat& gray);

/// Compares. `artworkSize` is the size `toPhoto` counts in; `person` is CV_8U over the photo, not
/// zero where the person stands: cells there are counted only when they agree anyway. A small
/// search in each cell allows for folds; what it finds refines `toPhoto`.
[[nodiscard]] DenseComparison compareDense(const cv::Mat& photoGray, const cv::Mat& person,
                                           const cv::Mat& denseArtwork, cv::Size artworkSize,
                                           const cv::Matx33d& toPhoto,
                                           const Thresholds& thresholds);

/// How much better `rival` explains the photo than `own`, over the cells in which both artworks
/// can be told apart and the artwork is in view.
struct Rivalry {
    int cells = 0;       ///< cells that tell them apart
    double ownNcc = 0;   ///< mean over these
    double rivalNcc = 0; ///< mean over these
};
[[nodiscard]] Rivalry compareRivals(const cv::Mat& photoGray, const DenseComparison& found,
                                    const cv::Mat& ownArtwork, const cv::Mat& rivalArtwork,
                                    cv::Size artworkSize, const Thresholds& thresholds);

} // namespace handshake
