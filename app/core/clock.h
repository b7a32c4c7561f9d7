// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <chrono>

namespace handshake {

/// One moment on both clocks: the wall can be set back by anyone, the monotonic one cannot.
struct Instant {
    QDateTime wall;                     ///< UTC
    std::chrono::nanoseconds monotonic; ///< since an arbitrary start; survives no restart
};

/// Where the time comes from. Injected, so that tests decide what time it is.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// Beijing time (UTC+8, no daylight saving): what the photo's stamp and the papers are in.
[[nodiscard]] QDateTime inBeijing(const QDateTime& utc);

} // namespace handshake
