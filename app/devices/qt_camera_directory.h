// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/camera_directory.h"
#include "app/devices/camera_names.h"
#include "app/devices/qt_camera.h"

#include <memory>

class QMediaDevices;

namespace handshake {

/// The cameras the system knows. Looks at nothing before it is first asked: loading the media
/// back end takes most of a second.
class QtCameraDirectory final : public CameraDirectory
{
    Q_OBJECT

public:
    /// `clock` outlives the directory and its cameras.
    explicit QtCameraDirectory(const Clock& clock, QtCamera::Patience patience = {});
    ~QtCameraDirectory() override;
    Q_DISABLE_COPY_MOVE(QtCameraDirectory)

    [[nodiscard]] std::vector<CameraInfo> cameras() override;
    [[nodiscard]] std::unique_ptr<Camera> open(const QString& id) override;

private:
    void watch();

    const Clock& m_clock;
    QtCamera::Patience m_patience;
    std::shared_ptr<CameraNames> m_names; ///< cameras find their devices by it
    std::unique_ptr<QMediaDevices> m_devices;
};

} // namespace handshake
