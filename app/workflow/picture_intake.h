// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/session_gateway.h"
#include "app/workflow/step_item.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>

namespace handshake {

/// Pictures on their way from a step to the store. A step has one picture under way, the newest:
/// answers for older ones, and for a session that was left, are dropped.
class PictureIntake final : public QObject
{
    Q_OBJECT

public:
    /// `sessions` outlives this object.
    explicit PictureIntake(SessionGateway& sessions, QObject* parent = nullptr);

    /// Sends a picture on its way; `stepKey` is StepItem::key().
    void submit(const SessionId& session, const Step& step, const QString& stepKey,
                const PictureSource& source, const OperatorId& who);
    /// Another session is shown: what is under way is stored all the same, but no longer awaited.
    void forgetAll();

    [[nodiscard]] bool holds(const QString& stepKey) const { return m_newest.contains(stepKey); }
    [[nodiscard]] bool isEmpty() const { return m_newest.empty(); }

Q_SIGNALS:
    /// The newest picture of the step lies in the store; it is being looked at.
    void stored(const QString& stepKey);
    /// The newest picture of the step was looked at, or could not be stored.
    void answered(const QString& stepKey, const handshake::Result<handshake::SessionView>& answer);

private:
    void onSaved(const SavedItem& item);
    void finish(const QString& stepKey, quint64 ticket, const Result<SessionView>& answer);

    SessionGateway& m_sessions;
    std::optional<SessionId> m_session;  ///< the one whose pictures are awaited
    std::map<QString, quint64> m_newest; ///< step key → ticket
    quint64 m_lastTicket = 0;
};

} // namespace handshake
