// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/devices/simulated_camera.h"
#include "app/devices/simulated_chip_reader.h"
#include "app/session/session_types.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <map>
#include <memory>

namespace handshake {

/// Plays the applicant in the demo: puts the drawn person, papers and signed form before the
/// simulated camera, and cards on the simulated chip reader, when the session page asks for them.
/// Pictures are drawn on a pool, so that the window never waits; a picture asked for earlier is
/// dropped when another is wanted meanwhile.
class DemoStage final : public QObject
{
    Q_OBJECT

public:
    /// `feed` is what the simulated camera shows; `chips`, `clock` and `pool` outlive this object.
    DemoStage(std::shared_ptr<SimulatedFeed> feed, SimulatedChipReader& chips, const Clock& clock,
              QThreadPool& pool, QObject* parent = nullptr);

    void enter(const Session& session, EvidenceRole role, const Owner& owner);
    /// The step is on the screen: its card lies on the chip reader, no other.
    void show(const Session& session, EvidenceRole role, const Owner& owner);
    /// The form left the printer: it comes back signed when its step is entered.
    void takeForm(const Session& session, const Owner& owner, const QByteArray& pdf);

private:
    std::shared_ptr<SimulatedFeed> m_feed;
    SimulatedChipReader& m_chips;
    const Clock& m_clock;
    QThreadPool& m_pool;
    std::map<QString, QByteArray> m_forms; ///< by owner, the newest
    quint64 m_ticket = 0;
};

} // namespace handshake
