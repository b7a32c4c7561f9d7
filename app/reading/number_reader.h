// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/line_reader.h"
#include "app/reading/ocr_engine.h"

#include <QDate>
#include <QImage>

#include <functional>
#include <optional>

namespace handshake {

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
};

/// Reads numbers out of a flat crop with the Latin engine, prepared in several ways; a number's own
/// check decides between the readings.
class NumberReader final
{
public:
    /// `chinese` is for 长期.
    NumberReader(OcrEngine& latin, OcrEngine& chinese);

    [[nodiscard]] NumberReading citizenNumber(const QImage& crop, double em) const;
    [[nodiscard]] NumberReading creditCode(const QImage& crop, double em) const;
    /// Three groups of digits, year month day.
    [[nodiscard]] std::optional<LineReading> dateOfGroups(const QImage& crop, double em) const;
    [[nodiscard]] std::optional<ValidityReading> validity(const QImage& crop, double em) const;

private:
    [[nodiscard]] std::vector<OcrLine>
    readings(const QImage& crop, double em, const QString& allowed,
             const std::function<bool(const OcrLine&)>& isGood) const;

    OcrEngine& m_latin;
    OcrEngine& m_chinese;
};

} // namespace handshake
