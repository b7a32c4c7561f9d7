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
    qint64 runBytes = 0; ///< of all that the run began with, receipted ones too
    qint64 runSent = 0;
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
    /// Tries the dossier of this row again, also when it is parked; without such a row the first
    /// that needs help.
    void tryAgain(int row);

Q_SIGNALS:
    void stateChanged(const handshake::DeliveryState& state);
    /// A receipt came: lists are out of date.
    void receiptArrived();

private:
    void takeRows(const Result<std::vector<TransferRow>>& rows);
    void onProgress(const DossierProgress& progress);
    void onFinished(const DeliverySummary& summary);
    /// Begins to count a run; false when one is on its way.
    bool beginRun(std::vector<DossierId> dossiers);
    void publish();

    DeliveryGateway& m_gateway;
    DeliveryModel m_model;
    DeliveryState m_state;
    std::vector<DossierId> m_run; ///< what the run that goes on, or went last, began with
    bool m_rowsFailed = false;    ///< the error shown is that of reading the rows
    quint64 m_ticket = 0;
};

} // namespace handshake
