// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/session_decisions.h"

#include "app/core/async.h"
#include "app/workflow/display_words.h"

#include <algorithm>

namespace handshake {

SessionDecisions::SessionDecisions(SessionGateway& sessions, Prompts& prompts, Who who,
                                   QObject* parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_prompts(prompts)
    , m_who(std::move(who))
{
}

void SessionDecisions::leave()
{
    ++m_generation;
    m_approving = false;
}

void SessionDecisions::takeResponsibility(const SessionView& view, const QString& key)
{
    const auto& open = view.verdict.open;
    const auto found = std::find_if(open.begin(), open.end(),
                                    [&](const OpenItem& item) { return item.key == key; });
    if (found == open.end() || !found->overridableBy)
        return;
    m_prompts.askReason(
        words::openItem(key), this,
        [this, key, id = view.session.id, generation = m_generation](const QString& reason) {
            if (generation == m_generation)
                storeResponsibility(id, key, reason);
        });
}

void SessionDecisions::storeResponsibility(const SessionId& session, const QString& key,
                                           const QString& reason)
{
    async::onFinished(m_sessions.overrideCheck(session, key, reason, m_who.id, m_who.role), this,
                      [this, generation = m_generation](const Result<SessionView>& answer) {
                          if (generation != m_generation)
                              return;
                          if (answer)
                              Q_EMIT changed(*answer);
                          else
                              Q_EMIT failed(answer.error());
                      });
}

void SessionDecisions::approve(const SessionId& session)
{
    m_approving = true;
    async::onFinished(m_sessions.approve(session, m_who.id), this,
                      [this, generation = m_generation](const Result<SessionView>& answer) {
                          finishApproval(generation == m_generation, answer);
                      });
}

void SessionDecisions::finishApproval(bool shown, const Result<SessionView>& answer)
{
    // Clerks press F2 while the dossier is still being built: the lists have to hear of it anyway.
    if (shown)
        m_approving = false;
    if (answer) {
        if (shown)
            Q_EMIT changed(*answer);
        Q_EMIT approved(answer->session.id);
    } else if (shown) {
        Q_EMIT failed(answer.error());
    } else if (answer.error().code != ErrorCode::Cancelled) {
        Q_EMIT approvalFailed(answer.error());
    }
}

} // namespace handshake
