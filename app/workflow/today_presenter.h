// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/order_shelf.h"
#include "app/workflow/prompts.h"
#include "app/workflow/session_gateway.h"
#include "app/workflow/today_model.h"

#include <QObject>

#include <optional>

namespace handshake {

struct TodayState {
    bool loading = false;
    std::optional<Error> error{};
    bool isEmpty = true; ///< neither orders nor sessions
};

/// The board of the day: what waits, what runs, what is done.
class TodayPresenter final : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    TodayPresenter(SessionGateway& sessions, OrderShelf& orders, Prompts& prompts,
                   QObject* parent = nullptr);

    [[nodiscard]] const TodayState& state() const { return m_state; }
    [[nodiscard]] TodayModel& model() { return m_model; }

    /// Reads orders and sessions again.
    void refresh();
    void open(const QModelIndex& card);
    /// The first waiting order; without one, asks for an order file.
    void startNext();
    void openOrderFile();
    void readOrder(const QString& path);

Q_SIGNALS:
    void stateChanged(const handshake::TodayState& state);
    void beginWanted(const handshake::Filing& order);
    void resumeWanted(const handshake::SessionId& session);

private:
    void finishPart(const std::optional<Error>& error);

    SessionGateway& m_sessions;
    OrderShelf& m_orders;
    Prompts& m_prompts;
    TodayModel m_model;
    TodayState m_state;
    quint64 m_ticket = 0;
    quint64 m_readTicket = 0;
    int m_partsOpen = 0;
};

} // namespace handshake
