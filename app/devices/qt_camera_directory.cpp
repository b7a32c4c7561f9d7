// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qt_camera_directory.h"

#include <QMediaDevices>

namespace handshake {

QtCameraDirectory::QtCameraDirectory(const Clock& clock, QtCamera::Patience patience)
    : m_clock(clock)
    , m_patience(patience)
    , m_names(std::make_shared<CameraNames>())
{
}

QtCameraDirectory::~QtCameraDirectory() = default;

void QtCameraDirectory::watch()
{
    if (m_devices)
        return;
    m_devices = std::make_unique<QMediaDevices>();
    // Queued: cameras come and go in answer, which must not happen inside Qt's own signal.
    connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &CameraDirectory::changed,
            Qt::QueuedConnection);
}

std::vector<CameraInfo> QtCameraDirectory::cameras()
{
    watch();
    std::vector<CameraInfo> listed;
    for (const auto& [id, device] : namedDevices(*m_names))
        listed.push_back({id, device.description(), false});
    return listed;
}

std::unique_ptr<Camera> QtCameraDirectory::open(const QString& id)
{
    watch();
    for (const auto& [named, device] : namedDevices(*m_names)) {
        if (named == id)
            return std::make_unique<QtCamera>(id, device.description(), m_names, m_clock,
                                              m_patience);
    }
    return nullptr;
}

} // namespace handshake
