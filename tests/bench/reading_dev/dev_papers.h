// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/paper_reading.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <map>

namespace handshake::readingdev {

enum class Sheet : std::uint8_t { IdPortrait, IdEmblem, Licence2019, Licence2014 };

/// Which faces papers are drawn in: those that reading is developed on, or others.
enum class Faces : std::uint8_t { Tuned, HeldOut };

/// A drawn paper and what its fields say, keys as in PaperReading.
struct DevPaper {
    QImage sheet;
    QSizeF size; ///< mm
    PaperKind kind = PaperKind::Unknown;
    std::map<QString, QString> truth;
    QString face;
    QString numberFace;
};

/// Labels, values, rows, pitches and sizes are shifted at random, so that nothing can be read at a
/// fixed place. The same seed draws the same paper where the same faces are installed.
[[nodiscard]] DevPaper drawDevPaper(Sheet sheet, Faces faces, std::uint32_t seed);

[[nodiscard]] QString sheetName(Sheet sheet);

} // namespace handshake::readingdev
