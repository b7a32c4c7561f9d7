// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/delivery_presenter.h"

#include "app/core/async.h"

namespace handshake {

DeliveryPresenter::DeliveryPresenter(DeliveryGateway& gateway, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    connect(&m_gateway, &DeliveryGateway::progress, this, &DeliveryPresenter::onProgress);
    connect(&m_gateway, &DeliveryGateway::finished, this, &DeliveryPresenter::onFinished);
    connect(&m_gateway, &DeliveryGateway::receipted, this, [this] {
        refresh();
        Q_EMIT receiptArrived();
    });
    connect(&m_gateway, &DeliveryGateway::parked, this, [this] { refresh(); });
}

void DeliveryPresenter::refresh()
{
    const quint64 ticket = ++m_ticket;
    async::onFinished(m_gateway.rows(), this,
                      [this, ticket](const Result<std::vector<TransferRow>>& rows) {
                          if (ticket != m_ticket)
                              return;
                          if (rows)
                              m_model.setRows(*rows);
                          else if (rows.error().code != ErrorCode::Cancelled)
                              m_state.error = rows.error();
                          publish();
                      });
}

void DeliveryPresenter::sendAll()
{
    if (m_gateway.isRunning() || m_state.waiting == 0)
        return;
    m_state.error.reset();
    m_state.last.reset();
    m_gateway.startAll();
    publish();
}

void DeliveryPresenter::stop()
{
    m_gateway.cancel();
}

void DeliveryPresenter::tryAgain(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const TransferRow& chosen = m_model.rows()[static_cast<std::size_t>(row)];
    if (chosen.state == TransferState::Receipted)
        return;
    m_state.error.reset();
    m_gateway.start({chosen.dossier});
    publish();
}

void DeliveryPresenter::onProgress(const DossierProgress& progress)
{
    m_model.apply(progress);
    publish();
}

void DeliveryPresenter::onFinished(const DeliverySummary& summary)
{
    m_state.last = summary;
    if (summary.stoppedBy)
        m_state.error = summary.stoppedBy;
    else if (summary.lastFailure && !summary.cancelled)
        m_state.error = summary.lastFailure;
    refresh();
    publish();
}

void DeliveryPresenter::publish()
{
    m_state.running = m_gateway.isRunning();
    m_state.waiting = m_state.parked = m_state.receipted = 0;
    m_state.waitingBytes = m_state.sentBytes = 0;
    for (const TransferRow& row : m_model.rows()) {
        if (row.state == TransferState::Receipted) {
            ++m_state.receipted;
        } else if (row.state == TransferState::Parked) {
            ++m_state.parked;
        } else {
            ++m_state.waiting;
            m_state.waitingBytes += row.bytes;
            m_state.sentBytes += row.sent;
        }
    }
    Q_EMIT stateChanged(m_state);
}

} // namespace handshake
