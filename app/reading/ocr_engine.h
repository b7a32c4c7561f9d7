// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/reading/line_recogniser.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <memory>

namespace handshake {

/// One Tesseract instance for one language: reads single lines. Bound to the thread it was made in,
/// keeps to that one thread.
class OcrEngine final : public LineRecogniser
{
public:
    enum class Language : std::uint8_t { Chinese, Latin };

    /// Configuration when the language's data is not in `tessdata` (empty: where it was installed).
    static Result<std::unique_ptr<OcrEngine>> create(Language language, const QString& tessdata);
    ~OcrEngine() override;
    Q_DISABLE_COPY_MOVE(OcrEngine)

    [[nodiscard]] OcrLine readLine(const QImage& gray, const QString& allowed = {}) override;

private:
    struct Private;
    explicit OcrEngine(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace handshake
