// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <QImage>

#include <cstdint>
#include <vector>

namespace handshake::ink {

/// Which ink counts: only black (coloured patterns and labels pale away), or any colour.
enum class Colour : std::uint8_t { Black, Any, Red };

/// Gray picture of `bgra` in which the paper is about 255 whatever the light: the channel that
/// suits `colour`, divided by its background. `em` is the height of the characters in pixels.
[[nodiscard]] cv::Mat flatten(const cv::Mat& bgra, Colour colour, double em);

/// 255 where there is ink; specks far smaller than a character left out.
[[nodiscard]] cv::Mat mask(const cv::Mat& flat, double em);

/// Boxes around the lines of text, from top to bottom, tight.
[[nodiscard]] std::vector<cv::Rect> lines(const cv::Mat& mask, double em);

/// Sauvola's local threshold: black on white.
[[nodiscard]] cv::Mat sauvola(const cv::Mat& gray, int window, double k);

/// What lineCrop() shows of `gray`, in its pixels: `box` with the margin; may reach beyond it.
[[nodiscard]] cv::Rect lineCropBox(const cv::Rect& box, double em);

/// The part of `gray` inside `box` with white around it, `height` pixels high.
[[nodiscard]] cv::Mat lineCrop(const cv::Mat& gray, const cv::Rect& box, double em, int height);

[[nodiscard]] QImage toImage(const cv::Mat& gray);

} // namespace handshake::ink
