// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/chip_run.h"

#include "app/core/async.h"

#include <chrono>

namespace handshake {

ChipRun::ChipRun(SessionGateway& sessions, IdChipReader* reader, QObject* parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_reader(reader)
{
}

bool ChipRun::isPossible() const
{
    return m_reader && !m_isRunning && !m_reader->isReading();
}

void ChipRun::start(const SessionId& session, const Owner& owner, const OperatorId& who)
{
    constexpr auto kPatience = std::chrono::seconds(20);

    if (!isPossible())
        return;
    m_isRunning = true;
    const quint64 ticket = ++m_ticket;
    async::onFinished(m_reader->read(kPatience), this,
                      [this, session, owner, who, ticket](const Result<IdChipBlock>& chip) {
                          if (ticket == m_ticket) {
                              m_isRunning = false;
                              if (chip)
                                  keep(session, owner, *chip, who);
                              else
                                  Q_EMIT failed(chip.error());
                          }
                          Q_EMIT changed();
                      });
    Q_EMIT changed();
}

void ChipRun::keep(const SessionId& session, const Owner& owner, const IdChipBlock& chip,
                   const OperatorId& who)
{
    async::onFinished(m_sessions.recordChip(session, owner, chip, who), this,
                      [this, ticket = m_ticket](const Result<SessionView>& answer) {
                          if (ticket != m_ticket)
                              return;
                          if (answer)
                              Q_EMIT recorded(*answer);
                          else
                              Q_EMIT failed(answer.error());
                      });
}

void ChipRun::cancel()
{
    ++m_ticket; // also what is being kept is no longer told
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_reader->cancel();
    Q_EMIT changed();
}

} // namespace handshake
