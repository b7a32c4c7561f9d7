// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QtGlobal>

namespace handshake {

/// How brightness and colour differences were made of red, green and blue.
struct YuvSpace {
    double redShare = 0.299;  ///< of red in brightness; 0.299 is BT.601
    double blueShare = 0.114; ///< of blue in brightness
    bool isFullRange = false; ///< 0..255 instead of 16..235 and 16..240
};

/// One component inside mapped planes.
struct YuvComponent {
    const uchar* first = nullptr;
    qsizetype row = 0;  ///< bytes from one row to the next
    qsizetype step = 1; ///< bytes from one value to the next in a row
};

/// Brightness for every pixel, differences for pairs of pixels (the last may be half one), and for
/// pairs of rows or for each.
struct YuvPlanes {
    YuvComponent light;
    YuvComponent blue;
    YuvComponent red;
    bool hasEveryRow = false; ///< differences for each row, as in YUYV
};

/// Fills `target` (Format_RGB32) exactly in any colour space and size. For those that OpenCV does
/// not know: about eight times slower than its conversion of BT.601 with the range of video.
/// The caller has seen to it that the planes are as long as the size of `target` needs.
void convertYuv(const YuvPlanes& planes, const YuvSpace& space, QImage& target);

} // namespace handshake
