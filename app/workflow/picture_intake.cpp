// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/picture_intake.h"

#include "app/core/async.h"

namespace handshake {

PictureIntake::PictureIntake(SessionGateway& sessions, QObject* parent)
    : QObject(parent)
    , m_sessions(sessions)
{
    connect(&m_sessions, &SessionGateway::saved, this, &PictureIntake::onSaved);
}

void PictureIntake::submit(const SessionId& session, const Step& step, const QString& stepKey,
                           const PictureSource& source, const OperatorId& who)
{
    const quint64 ticket = ++m_lastTicket;
    m_session = session;
    m_newest[stepKey] = ticket;
    async::onFinished(m_sessions.addPicture(session, step.role, step.owner, source, who), this,
                      [this, stepKey, ticket](const Result<SessionView>& answer) {
                          finish(stepKey, ticket, answer);
                      });
}

void PictureIntake::forgetAll()
{
    m_session.reset();
    m_newest.clear();
}

void PictureIntake::onSaved(const SavedItem& item)
{
    const QString key = stepKeyOf(item.role, item.owner);
    if (m_session && *m_session == item.session && holds(key))
        Q_EMIT stored(key);
}

void PictureIntake::finish(const QString& stepKey, quint64 ticket,
                           const Result<SessionView>& answer)
{
    const auto newest = m_newest.find(stepKey);
    if (newest == m_newest.end() || newest->second != ticket)
        return;
    m_newest.erase(newest);
    Q_EMIT answered(stepKey, answer);
}

} // namespace handshake
