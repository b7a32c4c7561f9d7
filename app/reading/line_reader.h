// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/line_recogniser.h"

#include <QImage>
#include <QRect>
#include <QString>

#include <functional>
#include <vector>

namespace handshake {

class Lexicon;
struct PrintLine;

/// A text as several readings together see it.
struct LineReading {
    QString text;
    double confidence = 0;           ///< 0..1; 0 with an empty text
    std::vector<int> doubtful;       ///< indexes into `text`: readings differ, or none was sure
    std::vector<double> certainty{}; ///< 0..1 for every UTF-16 unit of `text`
};

/// Puts several readings of the same line together: the text most of them see, weighted by how sure
/// they were; where readings of the same length differ, the character is doubtful.
[[nodiscard]] LineReading vote(const std::vector<OcrLine>& readings, double doubtBelow);

/// One after the other; indexes move along.
[[nodiscard]] LineReading joined(const std::vector<LineReading>& lines);

/// Reads lines of Chinese text: each is shown, prepared in several ways, to several recognisers
/// until they agree; then they vote.
class LineReader final
{
public:
    struct Settings {
        double sure = 0.88;       ///< two equal readings this sure end the voting
        double doubtBelow = 0.75; ///< a character below is doubtful
        double leastLine = 0.4;   ///< a line below was not read
    };

    /// The recognisers and the lexicon, which may be null, outlive this object; there is at least
    /// one recogniser. The first one is asked more often.
    LineReader(std::vector<LineRecogniser*> recognisers, const Settings& settings,
               const Lexicon* lexicon);

    /// With `allowed`, only its characters are read; `words` is the lexicon's kind, empty for none.
    /// Empty when it was not read.
    [[nodiscard]] LineReading read(const PrintLine& line, const QString& allowed,
                                   const QString& words) const;

    /// For texts that have a form: the first one that `accepts` takes and that two readings, or one
    /// certain of every character by the first recogniser, say. One voice alone is doubtful.
    [[nodiscard]] LineReading
    readAccepted(const PrintLine& line, const QString& allowed,
                 const std::function<bool(const QString&)>& accepts) const;

    /// Only once by each recogniser: for long texts that nothing is held against.
    [[nodiscard]] LineReading readOnce(const PrintLine& line) const;

    /// The one line on `crop`, which is RGB32; `em` is the height of a character in its pixels.
    [[nodiscard]] LineReading readCrop(const QImage& crop, double em) const;

private:
    [[nodiscard]] LineReading voted(const std::vector<OcrLine>& readings,
                                    const QString& words) const;

    std::vector<LineRecogniser*> m_recognisers;
    Settings m_settings;
    const Lexicon* m_lexicon;
};

} // namespace handshake
