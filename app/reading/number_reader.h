// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/line_reader.h"
#include "app/reading/line_recogniser.h"

#include <QDate>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace handshake {

class GlyphReader;
struct PrintLine;

/// What a number came to.
struct NumberReading {
    LineReading line;   ///< empty when nothing of the right length was seen
    bool valid = false; ///< the number's own check agrees
};

/// Both ends of a validity; without an end it is 长期.
struct ValidityReading {
    QDate from;
    std::optional<QDate> to;
    double confidence = 0;
    bool isDoubtful = false; ///< one reading alone
};

/// A date read from digits and how sure it is; doubts are those of its ISO form.
using DateReading = std::optional<LineReading>;

/// Reads numbers by two methods that share nothing, Tesseract and the glyph reader, prepared in
/// several ways. What both see is sure; a number's own check arbitrates where they differ, and then
/// the characters they differ in are doubtful.
class NumberReader final
{
public:
    /// All outlive this object. `chinese` is for 长期 and 年月日.
    NumberReader(LineRecogniser& latin, LineRecogniser& chinese, GlyphReader& glyphs);

    [[nodiscard]] NumberReading citizenNumber(const PrintLine& line) const;
    [[nodiscard]] NumberReading creditCode(const PrintLine& line) const;
    /// Three groups of digits, year month day; 年月日 between them may have paled away.
    [[nodiscard]] DateReading dateOfGroups(const PrintLine& line) const;
    [[nodiscard]] std::optional<ValidityReading> validity(const PrintLine& line) const;

private:
    [[nodiscard]] NumberReading number(const PrintLine& line, const QString& allowed, int length,
                                       const std::function<bool(const QString&)>& isValid) const;

    LineRecogniser& m_latin;
    LineRecogniser& m_chinese;
    GlyphReader& m_glyphs;
};

/// What readings of one number by two methods come to: `own` may be empty.
[[nodiscard]] NumberReading arbitrate(const std::vector<OcrLine>& ocr, const OcrLine& own,
                                      int length,
                                      const std::function<bool(const QString&)>& isValid);

} // namespace handshake
