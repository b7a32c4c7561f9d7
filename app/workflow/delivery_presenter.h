// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/delivery_gateway.h"
#include "app/workflow/delivery_model.h"

#include <QObject>

#include <optional>

namespace handshake {

struct DeliveryState {
    bool running = false;
    int waiting = 0; ///< dossiers without receipt, parked ones left out
    int parked = 0;
    int receipted = 0;
    qint64 waitingBytes = 0;
    qint64 sentBytes = 0; ///< of those waiting
    std::optional<Error> error{};
    std::optional<DeliverySummary> last{}; ///< what the last run came to
};

/// The upload panel: what waits, how far it is, what needs help.
class DeliveryPresenter final : public QObject
{
    Q_OBJECT

public:
    /// `gateway` outlives this object.
    explicit DeliveryPresenter(DeliveryGateway& gateway, QObject* parent = nullptr);

    [[nodiscard]] const DeliveryState& state() const { return m_state; }
    [[nodiscard]] DeliveryModel& model() { return m_model; }

    void refresh();
    void sendAll();
    void stop();
    /// Tries the dossier of this row again, also when it is parked.
    void tryAgain(int row);

Q_SIGNALS:
    void stateChanged(const handshake::DeliveryState& state);
    /// A receipt came: lists are out of date.
    void receiptArrived();

private:
    void onProgress(const DossierProgress& progress);
    void onFinished(const DeliverySummary& summary);
    void publish();

    DeliveryGateway& m_gateway;
    DeliveryModel m_model;
    DeliveryState m_state;
    quint64 m_ticket = 0;
};

} // namespace handshake
