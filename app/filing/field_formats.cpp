// SPDX-License-Identifier: Apache-2.0
#include "app/filing/field_formats.h"

#include "app/filing/ipv4.h"
#include "app/filing/typed_number.h"

#include <QList>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// The whole text has to match; \d in a pattern means 0-9 only.
bool matches(const QString& pattern, QStringView text)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return expression.match(text.toString()).hasMatch();
}

bool isDomainLabel(QStringView label)
{
    constexpr qsizetype kMaxLabel = 63;
    if (label.isEmpty() || label.size() > kMaxLabel || label.front() == u'-' ||
        label.back() == u'-')
        return false;
    return std::all_of(label.begin(), label.end(), [](QChar c) {
        constexpr char16_t kLastAscii = 0x7F;
        const bool ascii = c.unicode() <= kLastAscii;
        return c == u'-' || (ascii ? c.isLetterOrNumber() : c.isLetter());
    });
}

} // namespace

bool isMobileNumber(QStringView text)
{
    return matches(u"1[3-9]\\d{9}"_s, text);
}

bool isLandlineNumber(QStringView text)
{
    return matches(u"0\\d{2,3}-\\d{7,8}(-\\d{1,6})?"_s, text);
}

bool isEmailAddress(QStringView text)
{
    constexpr qsizetype kMaxLength = 128;
    return text.size() <= kMaxLength &&
           matches(u"[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}"_s,
                   text);
}

bool isDomainName(QStringView text)
{
    constexpr qsizetype kMinLength = 4;
    constexpr qsizetype kMaxLength = 128;
    if (text.size() < kMinLength || text.size() > kMaxLength)
        return false;
    const QList<QStringView> labels = text.split(u'.');
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), isDomainLabel) &&
           !isDigits(labels.last());
}

bool isRecordNumber(QStringView text)
{
    return matches(u"[\\x{4E00}-\\x{9FA5}]ICP[备证](\\d{8}|\\d{10})号(-\\d{1,4})?"_s, text);
}

bool hasDoorNumber(const QString& address)
{
    static const QRegularExpression expression(
        u"[0-9０-９A-Za-z一二三四五六七八九十百]\\s*(号|室|幢|栋|单元|楼|层|座|弄|组|#)"_s);
    return expression.match(address).hasMatch();
}

QString hostOfHomePage(const QString& url)
{
    const bool hasScheme = url.startsWith(u"http://"_s, Qt::CaseInsensitive) ||
                           url.startsWith(u"https://"_s, Qt::CaseInsensitive);
    if (!hasScheme && url.contains(u"://"_s))
        return {};
    const QUrl parsed(hasScheme ? url : u"http://"_s + url, QUrl::StrictMode);
    const QString host = parsed.host(QUrl::PrettyDecoded).toLower();
    const bool isHost = isDomainName(host) && !parseIpv4(host);
    return parsed.isValid() && parsed.userInfo().isEmpty() && isHost ? host : QString();
}

std::vector<QString> severalValues(const QString& text)
{
    std::vector<QString> values;
    for (const QString& part : text.split(u';')) {
        if (!part.trimmed().isEmpty())
            values.push_back(part.trimmed());
    }
    return values;
}

} // namespace handshake
