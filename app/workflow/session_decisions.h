// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/role.h"
#include "app/workflow/prompts.h"
#include "app/workflow/session_gateway.h"

#include <QObject>
#include <QString>

namespace handshake {

/// What a person decides about the session shown: to take responsibility for something open, to
/// approve it.
class SessionDecisions final : public QObject
{
    Q_OBJECT

public:
    struct Who {
        OperatorId id;
        Role role = Role::Operator;
    };

    /// Both outlive this object.
    SessionDecisions(SessionGateway& sessions, Prompts& prompts, Who who,
                     QObject* parent = nullptr);

    /// Another session is shown: an open question is void, answers under way are no longer shown.
    void leave();
    /// Asks for a reason and keeps it; nothing when nobody may take responsibility for `key`.
    void takeResponsibility(const SessionView& view, const QString& key);
    void approve(const SessionId& session);
    [[nodiscard]] bool isApproving() const { return m_approving; }

Q_SIGNALS:
    /// The session shown was changed.
    void changed(const handshake::SessionView& view);
    /// A decision about the session shown could not be stored.
    void failed(const handshake::Error& error);
    /// A session was approved, also when its screen was left meanwhile.
    void approved(const handshake::SessionId& session);
    /// The approval of a session whose screen was left meanwhile did not succeed.
    void approvalFailed(const handshake::Error& error);

private:
    void storeResponsibility(const SessionId& session, const QString& key, const QString& reason);
    void finishApproval(bool shown, const Result<SessionView>& answer);

    SessionGateway& m_sessions;
    Prompts& m_prompts;
    Who m_who;
    bool m_approving = false;
    quint64 m_generation = 0;
};

} // namespace handshake
