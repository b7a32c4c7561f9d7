// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/line_reader.h"
#include "app/reading/number_reader.h"
#include "app/reading/paper_layout.h"
#include "app/reading/paper_reading.h"

#include <QImage>
#include <QTransform>

#include <vector>

namespace handshake {

class GlyphReader;
class Lexicon;
struct PrintLine;

/// Who reads; all outlive the reader that gets them.
struct Recognisers {
    LineRecogniser& latin;
    std::vector<LineRecogniser*> chinese; ///< at least one; the first one's word weighs most
    GlyphReader& glyphs;
    const Lexicon* lexicon = nullptr;
};

/// Reads the fields of one layout from the paper. Knows the types of fields, not the papers.
class PaperFieldReader final
{
public:
    PaperFieldReader(const Recognisers& recognisers, const LineReader::Settings& settings);

    /// Adds what could be read to `reading.fields`, and for numbers the check "number-check" or
    /// "credit-code-check". `reading.rectified` is there already; `toPicture` leads from
    /// millimetres to the input picture and may be off by some: fields are looked for.
    void read(const PaperLayout& layout, const QImage& picture, const QTransform& toPicture,
              PaperReading& reading) const;

private:
    struct Sheet;
    void readOne(const FieldLayout& field, const Sheet& sheet, PaperReading& reading) const;
    void readLines(const FieldLayout& field, const std::vector<PrintLine>& lines,
                   PaperReading& reading, ReadField prepared) const;
    [[nodiscard]] LineReading readText(const FieldLayout& field, const PrintLine& line) const;
    void readNumber(const FieldLayout& field, const NumberReading& number, PaperReading& reading,
                    ReadField prepared) const;
    void readConvertible(const FieldLayout& field, const std::vector<PrintLine>& lines,
                         PaperReading& reading, const ReadField& prepared) const;

    GlyphReader& m_glyphs;
    NumberReader m_numbers;
    LineReader m_lines;
    LineReader m_words; ///< for texts of few kinds of characters
};

/// 2016年03月08日 as ISO; null when it is not a date.
[[nodiscard]] QString isoDate(const QString& printed);
/// 2016年03月08日至长期 as "2016-03-08/long"; null when neither form.
[[nodiscard]] QString isoTerm(const QString& printed);

} // namespace handshake
