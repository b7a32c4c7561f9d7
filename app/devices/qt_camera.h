// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/camera.h"
#include "app/devices/frame_pump.h"
#include "app/devices/frame_watchdog.h"

#include <QByteArray>
#include <QCameraDevice>

#include <memory>

class QCamera;
class QMediaCaptureSession;
class QMediaDevices;
class QVideoSink;

namespace handshake {

/// A camera of the system, through Qt Multimedia.
class QtCamera final : public Camera
{
    Q_OBJECT

public:
    /// `clock` outlives the camera.
    QtCamera(const QCameraDevice& device, const Clock& clock);
    ~QtCamera() override;
    Q_DISABLE_COPY_MOVE(QtCamera)

    void start() override;
    void stop() override;
    [[nodiscard]] DeviceKind kind() const override { return DeviceKind::Camera; }

private:
    void open();
    void close();
    void deliver(const CameraFrame& frame);
    void framesStopped();
    void inputsChanged();
    void loseAndClose(const Error& error);

    QCameraDevice m_device;
    FramePump m_pump;
    FrameWatchdog m_watchdog;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QMediaCaptureSession> m_session;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QCamera> m_camera;
    quint64 m_framesSinceOpen = 0;
    bool m_reopened = false;
};

} // namespace handshake
