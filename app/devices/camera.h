// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/error.h"
#include "app/imaging/picture.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <chrono>
#include <cstdint>

namespace handshake {

/// One frame of live video.
struct CameraFrame {
    QImage image;       ///< upright, Format_RGB32, not shared with the driver
    quint64 number = 0; ///< counts what the camera delivered; gaps are frames nobody had time for
    std::chrono::nanoseconds monotonic{0}; ///< Clock's monotonic time at arrival
};

/// A camera that shows live frames. Everything happens in the thread it lives in.
///
/// The newest frame wins: a receiver that is slow misses frames and never gets a backlog. A camera
/// that stops delivering says so (Lost) and is never replaced by another one silently; start() may
/// be called again on it.
class Camera : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t { Off, Starting, Running, Lost };
    Q_ENUM(State)

    /// Without effect while Starting or Running.
    virtual void start() = 0;
    virtual void stop() = 0;

    [[nodiscard]] State state() const { return m_state; }
    /// As the system names it: the model.
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] virtual DeviceKind kind() const = 0;

Q_SIGNALS:
    void frameArrived(const handshake::CameraFrame& frame);
    void stateChanged(handshake::Camera::State state);
    /// Comes after stateChanged(Lost). DeviceLost when it vanished or froze, Unavailable when it
    /// could not be started.
    void lost(const handshake::Error& error);

protected:
    explicit Camera(QString name, QObject* parent = nullptr);

    void changeState(State state);
    void lose(const Error& error);

private:
    QString m_name;
    State m_state = State::Off;
};

/// The frame as a picture; its master is made here, once: a JPEG of quality 95 (a PNG where the
/// JPEG encoder is not installed). Takes some 20 ms for 1080p: not in the thread of the window.
[[nodiscard]] Picture pictureOf(const CameraFrame& frame, const Provenance& provenance);

} // namespace handshake
