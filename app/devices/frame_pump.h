// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/core/serial_executor.h"
#include "app/devices/camera.h"

#include <QObject>
#include <QVideoFrame>

#include <memory>

namespace handshake {

/// Takes video frames from a driver in whatever thread, converts them on a thread of its own, and
/// hands them out in the thread it lives in. At each of the two stations at most one frame waits,
/// and a newer one takes its place: a slow receiver gets the newest, never a queue.
class FramePump final : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives the pump.
    explicit FramePump(const Clock& clock);
    ~FramePump() override;
    Q_DISABLE_COPY_MOVE(FramePump)

    /// From any thread; never blocks for long.
    void push(const QVideoFrame& frame);
    /// Forgets what is under way: nothing of it arrives any more.
    void clear();

Q_SIGNALS:
    void arrived(const handshake::CameraFrame& frame);
    /// A frame could not be converted; `format` is QVideoFrameFormat::PixelFormat.
    void refused(int format);

private:
    struct Shared;

    void convertNewest();
    void handOut();

    const Clock& m_clock;
    std::shared_ptr<Shared> m_shared;
    SerialExecutor m_converter;
};

} // namespace handshake
