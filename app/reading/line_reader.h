// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/ocr_engine.h"

#include <QImage>
#include <QRect>
#include <QString>

#include <vector>

namespace handshake {

/// A text as several readings together see it.
struct LineReading {
    QString text;
    double confidence = 0;     ///< 0..1; 0 with an empty text
    std::vector<int> doubtful; ///< indexes into `text`: readings differ, or none was sure
};

/// Puts several readings of the same line together: the text most of them see, weighted by how sure
/// they were; where readings of the same length differ, the character is doubtful.
[[nodiscard]] LineReading vote(const std::vector<OcrLine>& readings, double doubtBelow);

/// One after the other; indexes move along.
[[nodiscard]] LineReading joined(const std::vector<LineReading>& lines);

/// Reads lines of Chinese text out of a flat crop: finds the lines, reads each prepared in several
/// ways until they agree, votes.
class LineReader final
{
public:
    struct Settings {
        double sure = 0.88;       ///< two equal readings this sure end the voting
        double doubtBelow = 0.75; ///< a character below is doubtful
        double leastLine = 0.4;   ///< a line below was not read
    };

    LineReader(OcrEngine& engine, const Settings& settings);

    /// `crop` is RGB32, `em` the height of a character in its pixels. At most `maxLines` lines,
    /// from the top. With `allowed`, only its characters are read.
    [[nodiscard]] LineReading read(const QImage& crop, double em, int maxLines,
                                   const QString& allowed = {}) const;

private:
    OcrEngine& m_engine;
    Settings m_settings;
};

} // namespace handshake
