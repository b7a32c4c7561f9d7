// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/demo/demo_script.h"
#include "app/demo/specimen_set.h"
#include "app/devices/simulated_camera.h"
#include "app/imaging/picture.h"
#include "app/session/session_types.h"

#include <QByteArray>
#include <QDate>

#include <cstdint>
#include <memory>

namespace handshake {

/// The counter of a demo script: draws what the applicant shows, with what the script says is wrong
/// in it, and takes it through a simulated camera as the window does. Runs an event loop of its own
/// and so belongs into a process that has none.
class ScriptedCounter final
{
public:
    /// `script` and `clock` outlive this object; `today` decides which dates the papers carry.
    ScriptedCounter(const DemoScript& script, Filing order, std::uint32_t seed, const QDate& today,
                    const Clock& clock);

    /// NotFound when the script's drawings have no such paper, DeviceLost when the plug is pulled.
    Result<Picture> take(EvidenceRole role, const Owner& owner);
    /// The printed form, signed and stamped.
    Result<Picture> takeForm(const QByteArray& pdf);

private:
    [[nodiscard]] Result<QImage> draw(EvidenceRole role, const Owner& owner) const;
    Result<Picture> photograph(const QImage& scene, bool isUnplugged);

    const DemoScript& m_script;
    const Clock& m_clock;
    Filing m_order;
    SpecimenSet m_specimens;
    std::shared_ptr<SimulatedFeed> m_feed;
    SimulatedCamera m_camera;
};

} // namespace handshake
