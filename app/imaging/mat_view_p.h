// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <opencv2/core/mat.hpp>

namespace handshake {

/// The pixels of `image` without copying; valid as long as `image` is alive and unchanged, and to
/// be read only. RGB32 and ARGB32 become 4 channels B G R A, RGB888 3 channels R G B, Grayscale8
/// one. Empty for other formats: convert first.
[[nodiscard]] cv::Mat matView(const QImage& image);

/// A copy as 3 channels B G R, whatever the format.
[[nodiscard]] cv::Mat bgrCopy(const QImage& image);

/// A copy as one channel of brightness, whatever the format.
[[nodiscard]] cv::Mat grayCopy(const QImage& image);

/// A deep copy: 1 channel becomes Grayscale8, 3 (B G R) and 4 (B G R A) become RGB32. 8 bits a
/// channel; a null image for anything else.
[[nodiscard]] QImage imageCopy(const cv::Mat& mat);

} // namespace handshake
