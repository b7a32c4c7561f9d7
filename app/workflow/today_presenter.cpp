// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/today_presenter.h"

#include "app/core/async.h"

namespace handshake {

TodayPresenter::TodayPresenter(SessionGateway& sessions, OrderShelf& orders, Prompts& prompts,
                               QObject* parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_orders(orders)
    , m_prompts(prompts)
{
}

void TodayPresenter::refresh()
{
    const quint64 ticket = ++m_ticket;
    m_partsOpen = 2;
    m_state.loading = true;
    m_state.error.reset();
    Q_EMIT stateChanged(m_state);
    async::onFinished(m_sessions.list(), this,
                      [this, ticket](const Result<std::vector<SessionSummary>>& sessions) {
                          if (ticket != m_ticket)
                              return;
                          if (sessions)
                              m_model.setSessions(*sessions);
                          finishPart(sessions ? std::nullopt : std::optional(sessions.error()));
                      });
    async::onFinished(m_orders.waiting(), this,
                      [this, ticket](const Result<std::vector<Filing>>& orders) {
                          if (ticket != m_ticket)
                              return;
                          if (orders)
                              m_model.setOrders(*orders);
                          finishPart(orders ? std::nullopt : std::optional(orders.error()));
                      });
}

void TodayPresenter::finishPart(const std::optional<Error>& error)
{
    if (error && error->code != ErrorCode::Cancelled)
        m_state.error = error;
    m_state.loading = --m_partsOpen > 0;
    m_state.isEmpty = m_model.rowCount() == 0;
    Q_EMIT stateChanged(m_state);
}

void TodayPresenter::open(const QModelIndex& card)
{
    const int order = card.data(TodayModel::OrderIndexRole).toInt();
    if (!card.isValid())
        return;
    ++m_readTicket;
    if (order >= 0) {
        Q_EMIT beginWanted(m_model.orders()[static_cast<std::size_t>(order)]);
        return;
    }
    if (const auto id = SessionId::parse(card.data(TodayModel::SessionRole).toString()))
        Q_EMIT resumeWanted(*id);
}

void TodayPresenter::startNext()
{
    if (m_model.orders().empty()) {
        openOrderFile();
        return;
    }
    ++m_readTicket; // a file still being read no longer begins a session
    Q_EMIT beginWanted(m_model.orders().front());
}

void TodayPresenter::openOrderFile()
{
    m_prompts.chooseOrderFile(this, [this](const QString& path) { readOrder(path); });
}

void TodayPresenter::readOrder(const QString& path)
{
    const quint64 ticket = ++m_readTicket; // of two files chosen, the later one is meant
    async::onFinished(m_orders.read(path), this, [this, ticket](const Result<Filing>& order) {
        if (ticket != m_readTicket)
            return;
        m_state.error = order ? std::nullopt : std::optional(order.error());
        Q_EMIT stateChanged(m_state);
        if (order)
            Q_EMIT beginWanted(*order);
    });
}

} // namespace handshake
