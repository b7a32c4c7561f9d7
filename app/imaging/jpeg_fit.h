// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace handshake {

/// What an upload rendition has to keep to.
struct JpegLimit {
    qsizetype maxBase64 = 100 * 1024; ///< length of the Base64 text, bytes
    int minQuality = 30;              ///< 1 to 100; below it the picture is made smaller instead
    int maxQuality = 95;
    QSize targetSize{};  ///< scaled to fit into this, never up; empty keeps the size
    int minLongSide = 0; ///< never smaller than this; 0: 320 pixels
};

struct FittedJpeg {
    QByteArray bytes;
    int quality = 0;
    QSize size;
};

/// The best JPEG that keeps to the limit: the highest quality at the wanted size, and only when
/// even the lowest permitted quality is too large, the largest smaller size at that quality.
/// The same picture and limit give the same bytes. InvalidInput for an empty picture or limits
/// that contradict each other; TooLarge when it does not fit at the smallest size.
[[nodiscard]] Result<FittedJpeg> fitJpeg(const QImage& image, const JpegLimit& limit);

/// One JPEG at this quality: what fitJpeg() and a camera's master are made with. Baseline, in
/// colour, and nothing in it but the pixels: no EXIF, comment or colour profile.
[[nodiscard]] Result<QByteArray> encodeJpeg(const QImage& image, int quality);

} // namespace handshake
