// SPDX-License-Identifier: Apache-2.0
#include "app/core/clock.h"

namespace handshake {

Instant SystemClock::now() const
{
    return Instant{QDateTime::currentDateTimeUtc(),
                   std::chrono::steady_clock::now().time_since_epoch()};
}

QDateTime inBeijing(const QDateTime& utc)
{
    constexpr int kSecondsEastOfGreenwich = 8 * 60 * 60;
    return utc.toOffsetFromUtc(kSecondsEastOfGreenwich);
}

} // namespace handshake
