// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/queue_delivery_gateway.h"

#include "app/archive/archive.h"
#include "app/session/session_service.h"

#include <algorithm>

namespace handshake {

namespace {

Result<TransferRow> rowOf(Archive& archive, const std::vector<SessionSummary>& sessions,
                          const TransferRecord& transfer)
{
    const Result<DossierRecord> dossier = archive.dossier(transfer.dossier);
    if (!dossier)
        return dossier.error();
    TransferRow row{.dossier = transfer.dossier, .session = dossier->session};
    row.bytes = dossier->bytes;
    row.sent = transfer.state == TransferState::Receipted ? dossier->bytes : transfer.offset;
    row.state = transfer.state;
    row.reason = transfer.reason;
    const auto session =
        std::find_if(sessions.begin(), sessions.end(),
                     [&](const SessionSummary& item) { return item.id == dossier->session; });
    if (session != sessions.end()) {
        row.subjectName = session->subjectName;
        row.orderId = session->order.text();
    }
    const Result<std::optional<ReceiptRecord>> receipt = archive.receipt(transfer.dossier);
    if (!receipt)
        return receipt.error();
    if (*receipt)
        row.filingNumber = (*receipt)->filingNumber;
    return row;
}

Result<std::vector<TransferRow>> allRows(Archive& archive, SessionService& service)
{
    const auto transfers = archive.transfers();
    if (!transfers)
        return transfers.error();
    const auto sessions = service.list();
    if (!sessions)
        return sessions.error();
    std::vector<TransferRow> rows;
    for (const TransferRecord& transfer : *transfers) {
        Result<TransferRow> row = rowOf(archive, *sessions, transfer);
        if (!row)
            return row.error();
        rows.push_back(*std::move(row));
    }
    return rows;
}

} // namespace

QueueDeliveryGateway::QueueDeliveryGateway(Parts parts, QObject* parent)
    : DeliveryGateway(parent)
    , m_parts(std::move(parts))
{
    if (!m_parts.queue)
        return;
    connect(m_parts.queue, &DeliveryQueue::progress, this, &DeliveryGateway::progress);
    connect(m_parts.queue, &DeliveryQueue::receipted, this,
            [this](const DossierId& dossier) { Q_EMIT receipted(dossier); });
    connect(m_parts.queue, &DeliveryQueue::parked, this, &DeliveryGateway::parked);
    connect(m_parts.queue, &DeliveryQueue::finished, this, &DeliveryGateway::finished);
}

QFuture<Result<std::vector<TransferRow>>> QueueDeliveryGateway::rows()
{
    return m_parts.executor.run(
        [archive = m_parts.archive,
         sessions = m_parts.sessions]() -> Result<std::vector<TransferRow>> {
            const Result<Archive*> store = archive();
            if (!store)
                return store.error();
            const Result<SessionService*> service = sessions();
            if (!service)
                return service.error();
            return allRows(**store, **service);
        });
}

void QueueDeliveryGateway::startAll()
{
    if (m_parts.queue)
        m_parts.queue->startAll();
    else
        sayWhyNot();
}

void QueueDeliveryGateway::start(const std::vector<DossierId>& dossiers)
{
    if (m_parts.queue)
        m_parts.queue->start(dossiers);
    else
        sayWhyNot();
}

void QueueDeliveryGateway::cancel()
{
    if (m_parts.queue)
        m_parts.queue->cancel();
}

bool QueueDeliveryGateway::isRunning() const
{
    return m_parts.queue && m_parts.queue->isRunning();
}

void QueueDeliveryGateway::sayWhyNot()
{
    DeliverySummary summary;
    summary.stoppedBy = m_parts.whyNot;
    Q_EMIT finished(summary);
}

} // namespace handshake
