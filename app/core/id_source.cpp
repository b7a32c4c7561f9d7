// SPDX-License-Identifier: Apache-2.0
#include "app/core/id_source.h"

#include <QRandomGenerator>

namespace handshake {

namespace {

QString randomText(QChar prefix)
{
    // Thirty symbols; none is mistaken for another when read aloud or off a screen.
    constexpr char kSymbols[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr quint32 kCount = sizeof(kSymbols) - 1;
    constexpr int kLength = 16;
    QString text(prefix);
    for (int i = 0; i < kLength; ++i)
        text += QLatin1Char(kSymbols[QRandomGenerator::system()->bounded(kCount)]);
    return text;
}

} // namespace

SessionId RandomIdSource::nextSession()
{
    return *SessionId::parse(randomText(u'S'));
}

ItemId RandomIdSource::nextItem()
{
    return *ItemId::parse(randomText(u'E'));
}

} // namespace handshake
