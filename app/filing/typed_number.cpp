// SPDX-License-Identifier: Apache-2.0
#include "app/filing/typed_number.h"

#include "app/core/text.h"

#include <algorithm>

namespace handshake {

QString foldTypedNumber(QStringView typed)
{
    QString folded = foldWidth(typed);
    folded.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
    for (QChar& c : folded) {
        // Not QString::toUpper(): it would make an ASCII letter of a dotless i.
        if (c >= u'a' && c <= u'z')
            c = QChar(static_cast<char16_t>(c.unicode() - u'a' + u'A'));
    }
    return folded;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace handshake
