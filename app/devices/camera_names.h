// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <mutex>
#include <vector>

namespace handshake {

/// Gives each camera an id that a setting can keep.
///
/// Qt's GStreamer back end numbers cameras as they come: after a cable was pulled and put back the
/// same camera has another number, and after a restart the number may be another camera's. So the
/// id is made of what the camera calls itself, with "#2", "#3" for more of one model. As long as a
/// camera stays plugged in it keeps its id, whatever others do; which of two of one model is "#2"
/// after a restart is not known to anyone. Other back ends' ids are kept as they are.
///
/// Any thread.
class CameraNames final
{
public:
    struct Present {
        QByteArray systemId; ///< QCameraDevice::id()
        QString description; ///< QCameraDevice::description()
    };

    /// One id for each of the cameras plugged in now, in the same order.
    [[nodiscard]] std::vector<QString> idsOf(const std::vector<Present>& cameras);

private:
    struct Known {
        QByteArray systemId;
        QString id;
    };

    [[nodiscard]] QString freeId(const QString& description) const;

    std::mutex m_mutex;
    std::vector<Known> m_known; ///< those that were plugged in at the last call
};

} // namespace handshake
