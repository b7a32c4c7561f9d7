// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/retry_policy.h"

#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

milliseconds RetryPolicy::delayAfter(int failures, std::optional<milliseconds> asked) const
{
    milliseconds ceiling = first;
    for (int i = 1; i < failures && ceiling < longest; ++i)
        ceiling *= 2;
    ceiling = std::min(ceiling, longest);
    const double share = random ? random() : QRandomGenerator::global()->generateDouble();
    const milliseconds jittered(static_cast<qint64>(share * static_cast<double>(ceiling.count())));
    return std::max(jittered, std::min(asked.value_or(milliseconds(0)), longestAsked));
}

std::optional<milliseconds> parseRetryAfter(const QByteArray& value, const QDateTime& now)
{
    const QString text = QString::fromLatin1(value.trimmed());
    if (text.isEmpty() || text.size() > 40)
        return std::nullopt;
    bool isNumber = false;
    const qlonglong seconds = text.toLongLong(&isNumber);
    constexpr qlonglong kYear = 366LL * 24 * 3600;
    if (isNumber)
        return seconds < 0
                   ? std::nullopt
                   : std::optional<milliseconds>(std::chrono::seconds(std::min(seconds, kYear)));
    // An HTTP date is always English and always GMT.
    QDateTime date = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace handshake
