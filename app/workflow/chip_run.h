// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/session_gateway.h"

#include <QObject>

namespace handshake {

/// One card laid on the chip reader, for the step that is on the screen: waits for it and has what
/// its chip says kept.
class ChipRun final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object; a null `reader`: there is none.
    ChipRun(SessionGateway& sessions, IdChipReader* reader, QObject* parent = nullptr);

    /// There is a reader, and it is free: one that was cancelled may take a moment.
    [[nodiscard]] bool isPossible() const;
    /// A card is waited for.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// Waits twenty seconds for the card of `owner`. Without effect while it runs or is not
    /// possible.
    void start(const SessionId& session, const Owner& owner, const OperatorId& who);
    /// Whatever still comes is dropped; nothing is told but changed().
    void cancel();

Q_SIGNALS:
    /// isRunning() or isPossible() is another.
    void changed();
    void recorded(const handshake::SessionView& view);
    void failed(const handshake::Error& error);

private:
    void keep(const SessionId& session, const Owner& owner, const IdChipBlock& chip,
              const OperatorId& who);

    SessionGateway& m_sessions;
    IdChipReader* m_reader;
    bool m_isRunning = false;
    quint64 m_ticket = 0; ///< of the run under way
};

} // namespace handshake
