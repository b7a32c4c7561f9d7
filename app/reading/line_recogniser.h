// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>
#include <QtGlobal>

#include <vector>

namespace handshake {

/// One character as a recogniser saw it.
struct OcrCharacter {
    QString text;          ///< usually one UTF-16 unit
    double confidence = 0; ///< 0..1
    double left = 0;       ///< where it stands, in pixels of the picture that was read;
    double right = 0;      ///< both 0 when the recogniser does not say
};

/// One line as a recogniser saw it, white space left out.
struct OcrLine {
    std::vector<OcrCharacter> characters;

    [[nodiscard]] QString text() const;
    [[nodiscard]] double confidence() const; ///< mean; 0 for an empty line
};

/// Reads single lines of print. Several recognisers that know nothing of each other vote on a line,
/// so each must be its own method, not another's answer polished. Bound to one thread.
class LineRecogniser
{
public:
    LineRecogniser() = default;
    virtual ~LineRecogniser() = default;
    Q_DISABLE_COPY_MOVE(LineRecogniser)

    /// `gray` is Format_Grayscale8, dark on light, one line of text about 40 pixels high with a
    /// margin of about a quarter of a character on every side. Only characters of `allowed` are
    /// read when it is not empty. Never fails: unreadable is empty.
    [[nodiscard]] virtual OcrLine readLine(const QImage& gray, const QString& allowed) = 0;
};

} // namespace handshake
