// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace handshake {

/// Notices that frames stopped: Qt 6.4 reports no error when a camera is pulled out or hangs.
/// A machine that slept, or a thread that was busy, is not held against the camera: the wait
/// begins anew after such a gap.
class FrameWatchdog final : public QObject
{
    Q_OBJECT

public:
    /// Staff learns within two seconds; the timer's steps come on top.
    static constexpr std::chrono::milliseconds kLostAfter{1600};

    /// `clock` outlives the watchdog.
    explicit FrameWatchdog(const Clock& clock, std::chrono::milliseconds lostAfter = kLostAfter);

    /// Waits for a frame from now on, at first for `grace` (cameras take a while to start).
    void start(std::chrono::milliseconds grace);
    void stop();
    /// A frame arrived.
    void feed();
    /// Looks at the clock; a timer does so by itself eight times in the time allowed.
    void check();

Q_SIGNALS:
    /// No frame in the time allowed; the watchdog has stopped.
    void expired();

private:
    const Clock& m_clock;
    std::chrono::nanoseconds m_lostAfter;
    std::chrono::nanoseconds m_deadline{0};
    std::chrono::nanoseconds m_lastCheck{0};
    QTimer m_timer;
};

} // namespace handshake
