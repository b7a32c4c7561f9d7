// SPDX-License-Identifier: Apache-2.0
#include "app/devices/simulated_camera.h"

#include "app/devices/frame_converter.h"

#include <algorithm>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGrainLength = 16'384;

/// What a camera shows that nobody placed anything before.
QVideoFrame grayFrame()
{
    QImage gray(1280, 720, QImage::Format_RGB32);
    gray.fill(QColor(96, 96, 96));
    return nv12FrameOf(gray);
}

} // namespace

void SimulatedFeed::setPicture(const QImage& picture)
{
    setSequence({picture});
}

void SimulatedFeed::setSequence(const std::vector<QImage>& pictures)
{
    std::vector<QVideoFrame> frames;
    qint64 last = 0; // a picture shown for several frames is converted once
    for (const QImage& picture : pictures) {
        QVideoFrame frame =
            !frames.empty() && picture.cacheKey() == last ? frames.back() : nv12FrameOf(picture);
        last = picture.cacheKey();
        if (frame.isValid())
            frames.push_back(std::move(frame));
    }
    if (frames.empty())
        return;
    m_frames = std::move(frames);
    m_next = 0;
}

void SimulatedFeed::setGrain(int levels)
{
    m_grain.clear();
    if (levels <= 0)
        return;
    // The sum of three even numbers is near enough to what a sensor adds.
    const auto even = [this, levels] {
        return static_cast<int>(m_random() % static_cast<unsigned>(2 * levels + 1)) - levels;
    };
    for (int i = 0; i < kGrainLength; ++i)
        m_grain.push_back(
            static_cast<signed char>(std::clamp(even() + even() + even(), -127, 127)));
}

void SimulatedFeed::freeze()
{
    m_frozen = true;
}

void SimulatedFeed::thaw()
{
    m_frozen = false;
}

void SimulatedFeed::unplug()
{
    if (!std::exchange(m_pluggedIn, false))
        return;
    Q_EMIT plugChanged(false);
}

void SimulatedFeed::plugIn()
{
    m_frozen = false; // a device that was pulled out starts afresh
    if (std::exchange(m_pluggedIn, true))
        return;
    Q_EMIT plugChanged(true);
}

QVideoFrame SimulatedFeed::nextFrame()
{
    if (m_frames.empty())
        m_frames.push_back(grayFrame());
    QVideoFrame frame = m_frames[m_next];
    m_next = (m_next + 1) % m_frames.size();
    return m_grain.empty() ? frame : withGrain(frame);
}

QVideoFrame SimulatedFeed::withGrain(QVideoFrame still)
{
    QVideoFrame frame(still.surfaceFormat());
    if (!still.map(QVideoFrame::ReadOnly) || !frame.map(QVideoFrame::WriteOnly))
        return still;
    const int width = std::min(still.width(), kGrainLength / 2);
    for (int y = 0; y < still.height(); ++y) {
        const uchar* from = still.bits(0) + std::ptrdiff_t(y) * still.bytesPerLine(0);
        uchar* to = frame.bits(0) + std::ptrdiff_t(y) * frame.bytesPerLine(0);
        const signed char* grain = m_grain.data() + m_random() % (kGrainLength / 2);
        for (int x = 0; x < width; ++x)
            to[x] = static_cast<uchar>(std::clamp(from[x] + grain[x], 0, 255));
        std::copy(from + width, from + still.width(), to + width);
    }
    for (int plane = 1; plane < still.planeCount(); ++plane)
        std::copy_n(still.bits(plane), std::min(still.mappedBytes(plane), frame.mappedBytes(plane)),
                    frame.bits(plane));
    frame.unmap();
    still.unmap();
    return frame;
}

SimulatedCamera::SimulatedCamera(const QString& name, std::shared_ptr<SimulatedFeed> feed,
                                 const Clock& clock, Timing timing)
    : Camera(name)
    , m_feed(std::move(feed))
    , m_timing(timing)
    , m_pump(clock)
    , m_watchdog(clock, timing.lostAfter)
{
    m_frameTimer.setTimerType(Qt::PreciseTimer);
    m_frameTimer.setInterval(timing.frame);
    connect(&m_frameTimer, &QTimer::timeout, this, &SimulatedCamera::pushFrame);
    connect(&m_pump, &FramePump::arrived, this, &SimulatedCamera::deliver);
    connect(&m_watchdog, &FrameWatchdog::expired, this, [this] {
        loseAndHalt({ErrorCode::DeviceLost, u"simulated camera: no frame in time"_s});
    });
    connect(m_feed.get(), &SimulatedFeed::plugChanged, this, &SimulatedCamera::followPlug);
}

SimulatedCamera::SimulatedCamera(const QString& name, const Clock& clock)
    : SimulatedCamera(name, std::make_shared<SimulatedFeed>(), clock, Timing{})
{
}

void SimulatedCamera::start()
{
    if (state() == State::Starting || state() == State::Running)
        return;
    changeState(State::Starting);
    if (!m_feed->isPluggedIn()) {
        lose({ErrorCode::Unavailable, u"simulated camera: not plugged in"_s});
        return;
    }
    m_watchdog.start(2 * m_timing.lostAfter);
    m_frameTimer.start();
}

void SimulatedCamera::stop()
{
    halt();
    changeState(State::Off);
}

void SimulatedCamera::pushFrame()
{
    if (!m_feed->isFrozen())
        m_pump.push(m_feed->nextFrame());
}

void SimulatedCamera::deliver(const CameraFrame& frame)
{
    if (state() != State::Starting && state() != State::Running)
        return;
    m_watchdog.feed();
    changeState(State::Running);
    Q_EMIT frameArrived(frame);
}

void SimulatedCamera::followPlug(bool isPluggedIn)
{
    const bool isOn = state() == State::Starting || state() == State::Running;
    if (!isPluggedIn && isOn)
        loseAndHalt({ErrorCode::DeviceLost, u"simulated camera: unplugged"_s});
}

void SimulatedCamera::loseAndHalt(const Error& error)
{
    halt();
    lose(error);
}

void SimulatedCamera::halt()
{
    m_frameTimer.stop();
    m_watchdog.stop();
    m_pump.clear();
}

} // namespace handshake
