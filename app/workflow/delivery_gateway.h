// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/delivery/delivery_queue.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <vector>

namespace handshake {

/// One dossier on its way, for the list.
struct TransferRow {
    DossierId dossier;
    SessionId session;
    QString subjectName{};
    QString orderId{};
    qint64 bytes = 0;
    qint64 sent = 0;
    TransferState state = TransferState::Waiting;
    QString reason{}; ///< message key; empty while all is well
    QString filingNumber{};
};

/// Delivery as the screens see it.
class DeliveryGateway : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<std::vector<TransferRow>>> rows() = 0;
    virtual void startAll() = 0;
    /// Tries these again, parked ones included.
    virtual void start(const std::vector<DossierId>& dossiers) = 0;
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    void progress(const handshake::DossierProgress& progress);
    void receipted(const handshake::DossierId& dossier);
    void parked(const handshake::DossierId& dossier, const handshake::Error& error);
    void finished(const handshake::DeliverySummary& summary);
};

} // namespace handshake
