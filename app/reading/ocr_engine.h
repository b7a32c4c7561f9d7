// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace handshake {

/// One character as the OCR saw it.
struct OcrCharacter {
    QString text;          ///< usually one UTF-16 unit
    double confidence = 0; ///< 0..1
};

/// One line as the OCR saw it, white space left out.
struct OcrLine {
    std::vector<OcrCharacter> characters;

    [[nodiscard]] QString text() const;
    [[nodiscard]] double confidence() const; ///< mean; 0 for an empty line
};

/// One Tesseract instance for one language: reads single lines. Bound to the thread it was made in,
/// keeps to that one thread.
class OcrEngine final
{
public:
    enum class Language : std::uint8_t { Chinese, Latin };

    /// Configuration when the language's data is not in `tessdata` (empty: where it was installed).
    static Result<std::unique_ptr<OcrEngine>> create(Language language, const QString& tessdata);
    ~OcrEngine();
    Q_DISABLE_COPY_MOVE(OcrEngine)

    /// `gray` is Format_Grayscale8, dark on light, one line of text about 40 pixels high with its
    /// margin. Only characters of `allowed` are read when it is not empty. Never fails: unreadable
    /// is empty.
    [[nodiscard]] OcrLine readLine(const QImage& gray, const QString& allowed = {});

private:
    struct Private;
    explicit OcrEngine(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace handshake
