// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace handshake {

/// The two facts of a picture's EXIF block that matter here.
struct ExifFacts {
    int orientation = 1;                ///< 1 to 8
    std::optional<QDateTime> takenAt{}; ///< UTC; Beijing time assumed where no offset is given
};

/// `tiff` starts at the byte order mark. Damaged or missing entries leave the defaults: a picture
/// is not refused for a broken comment on it.
[[nodiscard]] ExifFacts readExif(QByteArrayView tiff);

} // namespace handshake
