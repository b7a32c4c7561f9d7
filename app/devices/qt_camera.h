// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/camera.h"
#include "app/devices/camera_names.h"
#include "app/devices/frame_pump.h"
#include "app/devices/frame_watchdog.h"

#include <QCameraDevice>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

class QCamera;
class QMediaCaptureSession;
class QMediaDevices;
class QVideoSink;

namespace handshake {

/// The cameras of the system plugged in now, each with its lasting id.
[[nodiscard]] std::vector<std::pair<QString, QCameraDevice>> namedDevices(CameraNames& names);

/// A camera of the system, through Qt Multimedia. It is the one with this id, also after it was
/// pulled out and plugged in again.
class QtCamera final : public Camera
{
    Q_OBJECT

public:
    /// How long to wait.
    struct Patience {
        std::chrono::milliseconds firstFrame{6000}; ///< USB cameras take up to four s to open
        std::chrono::milliseconds lostAfter = FrameWatchdog::kLostAfter;
    };

    /// `clock` outlives the camera.
    QtCamera(QString id, const QString& name, std::shared_ptr<CameraNames> names,
             const Clock& clock, Patience patience);
    ~QtCamera() override;
    Q_DISABLE_COPY_MOVE(QtCamera)

    void start() override;
    void stop() override;
    [[nodiscard]] DeviceKind kind() const override { return DeviceKind::Camera; }

private:
    [[nodiscard]] QCameraDevice pluggedIn() const;
    void open();
    void close();
    void deliver(const CameraFrame& frame);
    void framesStopped();
    void inputsChanged();
    void loseAndClose(const Error& error);

    QString m_id;
    std::shared_ptr<CameraNames> m_names;
    Patience m_patience;
    QCameraDevice m_device; ///< while open or opening
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
