// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/camera.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace handshake {

struct CameraInfo {
    QString id;   ///< stable for one device at one socket; what a setting keeps
    QString name; ///< for staff
    bool simulated = false;

    friend bool operator==(const CameraInfo&, const CameraInfo&) = default;
};

/// Which cameras there are.
class CameraDirectory : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Those plugged in now. The first call may take a second.
    [[nodiscard]] virtual std::vector<CameraInfo> cameras() = 0;
    /// The camera with this id, Off; null when it is not there. Never another one in its place.
    [[nodiscard]] virtual std::unique_ptr<Camera> open(const QString& id) = 0;

Q_SIGNALS:
    /// A camera came or went.
    void changed();
};

} // namespace handshake
