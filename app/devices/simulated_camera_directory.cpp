// SPDX-License-Identifier: Apache-2.0
#include "app/devices/simulated_camera_directory.h"

namespace handshake {

SimulatedCameraDirectory::SimulatedCameraDirectory(const Clock& clock,
                                                   SimulatedCamera::Timing timing)
    : m_clock(clock)
    , m_timing(timing)
{
}

std::shared_ptr<SimulatedFeed> SimulatedCameraDirectory::add(const QString& id, const QString& name)
{
    if (auto known = feed(id))
        return known;
    auto added = std::make_shared<SimulatedFeed>();
    connect(added.get(), &SimulatedFeed::plugChanged, this, &CameraDirectory::changed);
    m_entries.insert_or_assign(id, Entry{name, added});
    Q_EMIT changed();
    return added;
}

std::shared_ptr<SimulatedFeed> SimulatedCameraDirectory::feed(const QString& id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second.feed;
}

std::vector<CameraInfo> SimulatedCameraDirectory::cameras()
{
    std::vector<CameraInfo> listed;
    for (const auto& [id, entry] : m_entries) {
        if (entry.feed->isPluggedIn())
            listed.push_back({id, entry.name, true});
    }
    return listed;
}

std::unique_ptr<Camera> SimulatedCameraDirectory::open(const QString& id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || !found->second.feed->isPluggedIn())
        return nullptr;
    return std::make_unique<SimulatedCamera>(found->second.name, found->second.feed, m_clock,
                                             m_timing);
}

} // namespace handshake
