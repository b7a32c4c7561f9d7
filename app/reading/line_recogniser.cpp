// SPDX-License-Identifier: Apache-2.0
#include "app/reading/line_recogniser.h"

namespace handshake {

QString OcrLine::text() const
{
    QString text;
    for (const OcrCharacter& character : characters)
        text += character.text;
    return text;
}

double OcrLine::confidence() const
{
    if (characters.empty())
        return 0;
    double sum = 0;
    for (const OcrCharacter& character : characters)
        sum += character.confidence;
    return sum / static_cast<double>(characters.size());
}

} // namespace handshake
