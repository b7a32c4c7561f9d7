// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <cstddef>

namespace handshake {

/// The artwork cut into cells that are judged one by one, and each cell into four blocks whose
/// colour is looked at.
struct CellGrid {
    static constexpr int kColumns = 20;
    static constexpr int kRows = 15;
    static constexpr int kCells = kColumns * kRows;
    static constexpr int kBlockColumns = 2 * kColumns;
    static constexpr int kBlockRows = 2 * kRows;

    /// Pixels of cell `index` in a picture of this size.
    [[nodiscard]] static cv::Rect cell(int index, cv::Size size)
    {
        const int column = index % kColumns;
        const int row = index / kColumns;
        const int x0 = column * size.width / kColumns;
        const int x1 = (column + 1) * size.width / kColumns;
        const int y0 = row * size.height / kRows;
        const int y1 = (row + 1) * size.height / kRows;
        return {x0, y0, x1 - x0, y1 - y0};
    }
};

} // namespace handshake
