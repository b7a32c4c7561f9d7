// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"

namespace handshake::test {

/// Stands still until a test moves it.
class FixedClock final : public Clock
{
public:
    Instant instant{QDateTime(QDate(2026, 11, 23), QTime(2, 30), Qt::UTC), std::chrono::hours(1)};

    [[nodiscard]] Instant now() const override { return instant; }

    void advance(std::chrono::milliseconds by)
    {
        instant.wall = instant.wall.addMSecs(by.count());
        instant.monotonic += by;
    }
};

} // namespace handshake::test
