// SPDX-License-Identifier: Apache-2.0
#include "app/filing/ipv4.h"

#include "app/filing/typed_number.h"

#include <QList>

namespace handshake {

std::optional<quint32> parseIpv4(QStringView text)
{
    constexpr qsizetype kParts = 4;
    constexpr qsizetype kMaxDigits = 3;
    constexpr quint32 kGreatest = 255;
    constexpr quint32 kBits = 8;
    const QList<QStringView> parts = text.split(u'.');
    if (parts.size() != kParts)
        return std::nullopt;
    quint32 address = 0;
    for (const QStringView part : parts) {
        const bool hasLeadingZero = part.size() > 1 && part.front() == u'0';
        if (!isDigits(part) || part.size() > kMaxDigits || hasLeadingZero)
            return std::nullopt;
        const quint32 value = part.toUInt();
        if (value > kGreatest)
            return std::nullopt;
        address = (address << kBits) | value;
    }
    return address;
}

} // namespace handshake
