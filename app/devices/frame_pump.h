// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/core/serial_executor.h"
#include "app/devices/camera.h"

#include <QMutex>
#include <QObject>
#include <QVideoFrame>

#include <chrono>
#include <optional>

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
    ~FramePump() override = default;
    Q_DISABLE_COPY_MOVE(FramePump)

    /// From any thread; never waits for a conversion. A frame of the same time as the one before is
    /// the same frame.
    void push(const QVideoFrame& frame);
    /// Forgets what is under way: nothing pushed before arrives any more.
    void clear();

Q_SIGNALS:
    void arrived(const handshake::CameraFrame& frame);

private:
    struct Incoming {
        QVideoFrame frame;
        quint64 number = 0;
        std::chrono::nanoseconds monotonic{0};
    };

    [[nodiscard]] std::optional<Incoming> takeIncoming();
    void convertAll();
    void keepNewest(CameraFrame frame);
    void handOut();

    const Clock& m_clock;
    QMutex m_mutex; ///< guards all members down to the executor
    std::optional<Incoming> m_incoming;
    std::optional<CameraFrame> m_ready;
    std::optional<qint64> m_startTime; ///< microseconds in the driver's time, of the last one
    quint64 m_lastNumber = 0;
    quint64 m_clearedUpTo = 0; ///< frames up to this number are not wanted any more
    bool m_isConverting = false;
    bool m_isHandOutPosted = false;
    SerialExecutor m_converter; ///< last: its destruction waits for the conversion that uses these
};

} // namespace handshake
