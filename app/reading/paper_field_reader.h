// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/line_reader.h"
#include "app/reading/number_reader.h"
#include "app/reading/paper_layout.h"
#include "app/reading/paper_reading.h"

#include <QImage>
#include <QTransform>

namespace handshake {

/// Reads the fields of one layout from the rectified paper. Knows the types of fields, not the
/// papers.
class PaperFieldReader final
{
public:
    /// The engines outlive this object.
    PaperFieldReader(OcrEngine& latin, OcrEngine& chinese, const LineReader::Settings& settings);

    /// Adds what could be read to `reading.fields`, and for numbers the check "number-check" or
    /// "credit-code-check". `reading.rectified` is there already; `toPicture` leads from
    /// millimetres to the input picture.
    void read(const PaperLayout& layout, const QImage& picture, const QTransform& toPicture,
              PaperReading& reading) const;

private:
    void readOne(const FieldLayout& field, const QImage& crop, double em, PaperReading& reading,
                 ReadField prepared) const;
    void readNumber(const FieldLayout& field, const NumberReading& number, PaperReading& reading,
                    ReadField prepared) const;

    NumberReader m_numbers;
    LineReader m_lines;
};

/// 2016年03月08日 as ISO; null when it is not a date.
[[nodiscard]] QString isoDate(const QString& printed);
/// 2016年03月08日至长期 as "2016-03-08/long"; null when neither form.
[[nodiscard]] QString isoTerm(const QString& printed);

} // namespace handshake
