// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/reading/line_recogniser.h"

#include <QImage>
#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

namespace handshake {

/// What a character may be, and how likely.
struct CharacterGuess {
    QString text;          ///< one character, width folded
    double confidence = 0; ///< 0..1
};

/// One character as the recogniser saw it.
struct RecognisedCharacter {
    std::vector<CharacterGuess> guesses; ///< likeliest first, at most five, never empty
    QRectF box;                          ///< in pixels of the line's picture

    [[nodiscard]] const QString& text() const { return guesses.front().text; }
    [[nodiscard]] double confidence() const { return guesses.front().confidence; }
};

/// Reads a line of Chinese print with the project's own networks (tests/recogniser): one finds the
/// middles of the characters, the other says what stands there. Knows GB 2312, names' characters
/// beyond it, digits, Latin letters and the marks of papers; everything else is taken for one of
/// those. The same picture gives the same answer. Not to be used by two threads at once.
class HanRecogniser final : public LineRecogniser
{
public:
    /// `folder` is data/models/han. Configuration, naming the file, when one is
    /// missing, is not the one that was shipped, or cannot be used.
    static Result<std::unique_ptr<HanRecogniser>> create(const QString& folder);
    ~HanRecogniser() override;
    Q_DISABLE_COPY_MOVE(HanRecogniser)

    /// `gray` is Format_Grayscale8, dark on light, one line with about a third of a character's
    /// height of white above and below, at best 30 to 60 pixels high. From left to right, spaces
    /// left out. Never fails: unreadable is empty.
    [[nodiscard]] std::vector<RecognisedCharacter> read(const QImage& gray);

    /// The likeliest of the guesses that are allowed; a character without one is left out.
    [[nodiscard]] OcrLine readLine(const QImage& gray, const QString& allowed) override;

private:
    struct Private;
    explicit HanRecogniser(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace handshake
