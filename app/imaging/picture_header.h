// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QSize>
#include <QString>

#include <optional>

namespace handshake {

/// Limits every picture is held against before a decoder sees it.
struct PictureLimits {
    static constexpr qint64 kMaxBytes = 30LL * 1024 * 1024;
    static constexpr qint64 kMaxPixels = 50LL * 1000 * 1000;
    static constexpr int kMaxSide = 12'000;
};

/// What the header of a picture file announces.
struct PictureHeader {
    QString mediaType;                  ///< "image/jpeg" or "image/png", by content, never by name
    QSize size;                         ///< as stored, before the orientation is applied
    int orientation = 1;                ///< EXIF, 1 to 8
    bool animated = false;              ///< an animated PNG; decoders refuse it
    std::optional<QDateTime> takenAt{}; ///< EXIF DateTimeOriginal, UTC; without an offset in the
                                        ///< file its clock is taken to show Beijing time

    /// Size of the upright picture.
    [[nodiscard]] QSize uprightSize() const { return orientation >= 5 ? size.transposed() : size; }
};

/// Reads the structure of a JPEG or PNG file without decoding a pixel; every length is checked
/// against the bytes that are there. Walks to the end, so that a cut-off file is noticed.
///
/// TooLarge over PictureLimits; Unreadable for anything else than a whole JPEG (baseline or
/// progressive, 8 bit) or PNG; the detail says what it was.
[[nodiscard]] Result<PictureHeader> readPictureHeader(QByteArrayView bytes);

} // namespace handshake
