// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace handshake {

/// A line of print and where it may be cut into glyphs.
struct GlyphCuts {
    cv::Mat gray; ///< the line, paper 255
    int top = 0;  ///< rows that hold ink
    int bottom = 0;
    /// The pieces between cuts, from left to right, in columns; a glyph is one or several of them
    /// that follow each other.
    std::vector<cv::Range> pieces;

    [[nodiscard]] int height() const { return bottom - top; }
};

/// Cuts where columns hold no ink, and inside wide pieces where they hold little.
[[nodiscard]] GlyphCuts cutLine(const cv::Mat& gray);

/// A run of columns as the network wants it: square, `side` pixels, the line's ink 11/14 of it
/// high, the run in the middle, everything beside it white, ink 1 and paper 0 (CV_32F).
[[nodiscard]] cv::Mat glyphCell(const GlyphCuts& cuts, cv::Range columns, int side);

} // namespace handshake
