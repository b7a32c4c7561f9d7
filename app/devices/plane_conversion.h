// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QVideoFrameFormat>

#include <vector>

namespace handshake {

/// One mapped plane of a video frame. Nothing of it is believed but where it lies and how long it
/// is.
struct MappedPlane {
    const uchar* first = nullptr;
    qsizetype bytes = 0;
    qsizetype row = 0; ///< bytes from one row to the next, padding included
};

/// Fills `target` (Format_RGB32, of the frame's size) from a frame's planes. False when its format
/// has no planes that are known here, or one of them is shorter than the size of `target` needs.
[[nodiscard]] bool convertPlanes(const QVideoFrameFormat& format,
                                 const std::vector<MappedPlane>& planes, QImage& target);

} // namespace handshake
