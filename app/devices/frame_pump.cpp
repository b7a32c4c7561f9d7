// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_pump.h"

#include "app/core/log.h"
#include "app/devices/frame_converter.h"

#include <QMutexLocker>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(devicesLog, "handshake.devices")

} // namespace

FramePump::FramePump(const Clock& clock)
    : m_clock(clock)
    , m_converter(u"camera frames"_s)
{
}

void FramePump::push(const QVideoFrame& frame)
{
    if (!frame.isValid()) // Qt sends an empty one when a camera stops
        return;
    const auto now = m_clock.now().monotonic;
    const QMutexLocker lock(&m_mutex);
    // GStreamer hands the first frame out twice: when it is ready to play, and when it plays.
    if (m_startTime && frame.startTime() > 0 && frame.startTime() == *m_startTime)
        return;
    m_startTime = frame.startTime();
    m_incoming = Incoming{frame, ++m_lastNumber, now};
    if (m_isConverting)
        return;
    m_isConverting = true;
    // The job may use this object: the executor is its last member, and waits for the job before
    // any of the others goes.
    m_converter.run([this]() -> Result<void> {
        convertAll();
        return {};
    });
}

void FramePump::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_incoming.reset();
    m_ready.reset();
    m_startTime.reset();
    m_clearedUpTo = m_lastNumber;
}

std::optional<FramePump::Incoming> FramePump::takeIncoming()
{
    const QMutexLocker lock(&m_mutex);
    m_isConverting = m_incoming.has_value();
    return std::exchange(m_incoming, std::nullopt);
}

void FramePump::convertAll()
{
    while (auto incoming = takeIncoming()) {
        auto image = convertFrame(incoming->frame);
        if (image)
            keepNewest({std::move(*image), incoming->number, incoming->monotonic});
        else if (incoming->number % 100 == 1) // one line of a hundred says enough
            log::warning(devicesLog(), "video frame refused",
                         {{"code", image.error().code},
                          {"format", incoming->frame.pixelFormat()},
                          {"number", incoming->number}});
    }
}

void FramePump::keepNewest(CameraFrame frame)
{
    const QMutexLocker lock(&m_mutex);
    if (frame.number <= m_clearedUpTo)
        return;
    m_ready = std::move(frame);
    if (m_isHandOutPosted)
        return;
    m_isHandOutPosted = true;
    QMetaObject::invokeMethod(
        this, [this] { handOut(); }, Qt::QueuedConnection);
}

void FramePump::handOut()
{
    std::optional<CameraFrame> frame;
    {
        const QMutexLocker lock(&m_mutex);
        frame = std::exchange(m_ready, std::nullopt);
        m_isHandOutPosted = false;
    }
    if (frame)
        Q_EMIT arrived(*frame);
}

} // namespace handshake
