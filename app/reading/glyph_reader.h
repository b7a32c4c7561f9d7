// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/reading/line_recogniser.h"

#include <QString>

#include <memory>

namespace handshake {

/// Reads lines made of few kinds of characters (digits, code letters, dates, printed labels) glyph
/// by glyph: cuts a line where its ink has gaps or grows thin, lets a small network judge every
/// piece and takes the cuts that make the best sense together. It knows no words and shares nothing
/// with Tesseract, so that what both see alike was hardly misread by both.
class GlyphReader final : public LineRecogniser
{
public:
    /// `folder` holds glyphs.onnx and glyphs.json. Configuration when they cannot be used; `where`
    /// names the file.
    static Result<std::unique_ptr<GlyphReader>> create(const QString& folder);
    ~GlyphReader() override;
    Q_DISABLE_COPY_MOVE(GlyphReader)

    /// Characters it does not know are left out of `allowed`; without any left the line is empty.
    [[nodiscard]] OcrLine readLine(const QImage& gray, const QString& allowed) override;

    /// Exactly `count` characters, or an empty line.
    [[nodiscard]] OcrLine readExactly(const QImage& gray, const QString& allowed, int count);

private:
    struct Private;
    explicit GlyphReader(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace handshake
