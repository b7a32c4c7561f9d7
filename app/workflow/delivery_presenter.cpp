// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/delivery_presenter.h"

#include "app/core/async.h"

#include <algorithm>

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
                          takeRows(rows);
                      });
}

void DeliveryPresenter::takeRows(const Result<std::vector<TransferRow>>& rows)
{
    if (rows) {
        m_model.setRows(*rows);
        if (m_rowsFailed)
            m_state.error.reset();
        m_rowsFailed = false;
    } else if (rows.error().code != ErrorCode::Cancelled) {
        m_state.error = rows.error();
        m_rowsFailed = true;
    }
    publish();
}

bool DeliveryPresenter::beginRun(std::vector<DossierId> dossiers)
{
    if (m_gateway.isRunning() || dossiers.empty())
        return false;
    m_run = std::move(dossiers);
    m_state.error.reset();
    m_state.last.reset();
    m_rowsFailed = false;
    return true;
}

void DeliveryPresenter::sendAll()
{
    std::vector<DossierId> waiting;
    for (const TransferRow& row : m_model.rows()) {
        if (row.state != TransferState::Receipted && row.state != TransferState::Parked)
            waiting.push_back(row.dossier);
    }
    if (!beginRun(std::move(waiting)))
        return;
    m_gateway.startAll();
    publish();
}

void DeliveryPresenter::stop()
{
    m_gateway.cancel();
}

void DeliveryPresenter::tryAgain(int row)
{
    const std::vector<TransferRow>& rows = m_model.rows();
    auto chosen = rows.end();
    if (row >= 0 && row < m_model.rowCount())
        chosen = rows.begin() + row;
    if (chosen == rows.end() || chosen->state == TransferState::Receipted)
        chosen = std::find_if(rows.begin(), rows.end(), [](const TransferRow& candidate) {
            return candidate.state == TransferState::Parked;
        });
    if (chosen == rows.end() || !beginRun({chosen->dossier}))
        return;
    m_gateway.start(m_run);
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
    m_state.waitingBytes = m_state.runBytes = m_state.runSent = 0;
    for (const TransferRow& row : m_model.rows()) {
        if (std::find(m_run.begin(), m_run.end(), row.dossier) != m_run.end()) {
            m_state.runBytes += row.bytes;
            m_state.runSent += row.state == TransferState::Receipted ? row.bytes : row.sent;
        }
        if (row.state == TransferState::Receipted) {
            ++m_state.receipted;
        } else if (row.state == TransferState::Parked) {
            ++m_state.parked;
        } else {
            ++m_state.waiting;
            m_state.waitingBytes += row.bytes;
        }
    }
    Q_EMIT stateChanged(m_state);
}

} // namespace handshake
