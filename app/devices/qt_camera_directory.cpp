// SPDX-License-Identifier: Apache-2.0
#include "app/devices/qt_camera_directory.h"

#include "app/devices/qt_camera.h"

#include <QCameraDevice>
#include <QMediaDevices>

namespace handshake {

namespace {

QString idOf(const QCameraDevice& device)
{
    return QString::fromUtf8(device.id());
}

} // namespace

QtCameraDirectory::QtCameraDirectory(const Clock& clock)
    : m_clock(clock)
{
}

QtCameraDirectory::~QtCameraDirectory() = default;

void QtCameraDirectory::watch()
{
    if (m_devices)
        return;
    m_devices = std::make_unique<QMediaDevices>();
    connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &CameraDirectory::changed);
}

std::vector<CameraInfo> QtCameraDirectory::cameras()
{
    watch();
    std::vector<CameraInfo> listed;
    const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    for (const QCameraDevice& device : devices)
        listed.push_back({idOf(device), device.description(), false});
    return listed;
}

std::unique_ptr<Camera> QtCameraDirectory::open(const QString& id)
{
    watch();
    const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    for (const QCameraDevice& device : devices) {
        if (idOf(device) == id)
            return std::make_unique<QtCamera>(device, m_clock);
    }
    return nullptr;
}

} // namespace handshake
