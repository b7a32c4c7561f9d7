// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_watchdog.h"

#include <algorithm>

namespace handshake {

FrameWatchdog::FrameWatchdog(const Clock& clock, std::chrono::milliseconds lostAfter)
    : m_clock(clock)
    , m_lostAfter(lostAfter)
{
    m_timer.setInterval(std::max(lostAfter / 8, std::chrono::milliseconds(1)));
    connect(&m_timer, &QTimer::timeout, this, &FrameWatchdog::check);
}

void FrameWatchdog::start(std::chrono::milliseconds grace)
{
    m_lastCheck = m_clock.now().monotonic;
    m_deadline = m_lastCheck + grace;
    m_timer.start();
}

void FrameWatchdog::stop()
{
    m_timer.stop();
}

void FrameWatchdog::feed()
{
    m_deadline = m_clock.now().monotonic + m_lostAfter;
}

void FrameWatchdog::check()
{
    if (!m_timer.isActive())
        return;
    const auto now = m_clock.now().monotonic;
    const bool wasAway = now - m_lastCheck > m_lostAfter;
    m_lastCheck = now;
    if (wasAway) {
        m_deadline = std::max(m_deadline, now + m_lostAfter);
    } else if (now >= m_deadline) {
        stop();
        Q_EMIT expired();
    }
}

} // namespace handshake
