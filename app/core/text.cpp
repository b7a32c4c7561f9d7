// SPDX-License-Identifier: Apache-2.0
#include "app/core/text.h"

#include <QList>

#include <algorithm>

namespace handshake {

namespace {

bool isUnsafe(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_Surrogate;
}

} // namespace

QString foldWidth(QStringView text)
{
    constexpr char16_t kFirst = 0xFF01;
    constexpr char16_t kLast = 0xFF5E;
    constexpr char16_t kOffset = 0xFEE0;
    constexpr char16_t kIdeographicSpace = 0x3000;
    QString folded = text.toString();
    for (QChar& c : folded) {
        if (c.unicode() >= kFirst && c.unicode() <= kLast)
            c = QChar(static_cast<char16_t>(c.unicode() - kOffset));
        else if (c.unicode() == kIdeographicSpace)
            c = u' ';
    }
    return folded;
}

QString foldForComparison(QStringView text)
{
    QString folded = foldWidth(text).normalized(QString::NormalizationForm_C);
    folded.removeIf([](QChar c) { return c.isSpace(); });
    for (QChar& c : folded) {
        if (c == u'〔' || c == u'【' || c == u'[')
            c = u'(';
        else if (c == u'〕' || c == u'】' || c == u']')
            c = u')';
    }
    return folded;
}

QString cleanForeignText(QStringView text, qsizetype maxLength)
{
    QString clean;
    clean.reserve(std::min(text.size(), maxLength));
    for (const char32_t c : text.toUcs4()) {
        if (isUnsafe(c))
            continue;
        const auto units = QChar::fromUcs4(c);
        const QStringView view(units);
        if (clean.size() + view.size() > maxLength)
            break;
        clean += view;
    }
    return clean;
}

QString maskNumber(QStringView number)
{
    constexpr qsizetype kHead = 3;
    constexpr qsizetype kTail = 4;
    if (number.size() <= kHead + kTail)
        return QString(number.size(), u'•');
    return number.first(kHead).toString() + QString(number.size() - kHead - kTail, u'•') +
           number.last(kTail).toString();
}

} // namespace handshake
