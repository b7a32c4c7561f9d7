// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/camera_directory.h"
#include "app/devices/simulated_camera.h"

#include <map>
#include <memory>

namespace handshake {

/// Simulated cameras, each with a feed that demo and tests play on.
class SimulatedCameraDirectory final : public CameraDirectory
{
    Q_OBJECT

public:
    /// `clock` outlives the directory and its cameras.
    explicit SimulatedCameraDirectory(const Clock& clock, SimulatedCamera::Timing timing = {});

    /// A new camera, plugged in; the feed of the one there already when the id is taken.
    std::shared_ptr<SimulatedFeed> add(const QString& id, const QString& name);
    /// Null when there is no such camera; unplugged ones are found.
    [[nodiscard]] std::shared_ptr<SimulatedFeed> feed(const QString& id) const;

    [[nodiscard]] std::vector<CameraInfo> cameras() override;
    [[nodiscard]] std::unique_ptr<Camera> open(const QString& id) override;

private:
    struct Entry {
        QString name;
        std::shared_ptr<SimulatedFeed> feed;
    };

    const Clock& m_clock;
    SimulatedCamera::Timing m_timing;
    std::map<QString, Entry> m_entries;
};

} // namespace handshake
