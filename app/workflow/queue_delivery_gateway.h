// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/serial_executor.h"
#include "app/workflow/delivery_gateway.h"

#include <functional>

namespace handshake {

class Archive;
class SessionService;

/// Delivery over the queue, which lives in the window's thread, and the archive on its own.
class QueueDeliveryGateway final : public DeliveryGateway
{
    Q_OBJECT

public:
    /// All outlive this object and its jobs. The functions are called on the executor's thread
    /// only. `queue` is null when the settings name no usable server: `whyNot` says so then.
    struct Parts {
        SerialExecutor& executor;
        std::function<Result<Archive*>()> archive;
        std::function<Result<SessionService*>()> sessions;
        DeliveryQueue* queue = nullptr;
        Error whyNot{};
    };

    explicit QueueDeliveryGateway(Parts parts, QObject* parent = nullptr);

    QFuture<Result<std::vector<TransferRow>>> rows() override;
    void startAll() override;
    void start(const std::vector<DossierId>& dossiers) override;
    void cancel() override;
    [[nodiscard]] bool isRunning() const override;

private:
    void sayWhyNot();

    Parts m_parts;
};

} // namespace handshake
