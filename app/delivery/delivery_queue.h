// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/delivery/delivery_store.h"
#include "app/delivery/provider_link.h"
#include "app/delivery/receipt.h"
#include "app/delivery/retry_policy.h"
#include "app/delivery/tus_transfer.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace handshake {

/// Where one dossier stands, for a list or a line of output.
struct DossierProgress {
    DossierId id;
    qint64 sent = 0; ///< bytes
    qint64 total = 0;
    TransferState state = TransferState::Waiting;
    QString reason; ///< message key, empty while all is well; "delivery.retry.server-down"
};

/// What a run came to. Nothing left: receipted == asked for.
struct DeliverySummary {
    int receipted = 0;
    int parked = 0;    ///< will not pass as they are; each with its reason
    int postponed = 0; ///< unsent, worth another run
    bool cancelled = false;
    std::optional<Error> stoppedBy{};   ///< why the run ended early for all
    std::optional<Error> lastFailure{}; ///< of the postponed ones: what the command line answers
};

/// Sends dossiers to the provider, some at a time, each until its receipt is verified and stored.
/// Lives in one thread, asynchronous throughout, survives a kill at any moment.
class DeliveryQueue final : public QObject
{
    Q_OBJECT

public:
    struct Config {
        ProviderLink::Config link;
        QString receiptKeyFile;
        int parallel = 2;
        RetryPolicy retry{};
    };

    /// `store` and `clock` outlive this object.
    DeliveryQueue(Config config, DeliveryStore& store, const Clock& clock,
                  QObject* parent = nullptr);
    ~DeliveryQueue() override;
    Q_DISABLE_COPY_MOVE(DeliveryQueue)

    /// Sends these (each once; those already under way are not begun again). Parked ones named here
    /// are tried again. May be called during a run.
    void start(const std::vector<DossierId>& dossiers);
    /// All that the store holds unsent, parked ones left alone.
    void startAll();
    /// Breaks off; what is unsent stays unsent and goes on where it stood next time.
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return m_running; }

Q_SIGNALS:
    void progress(const handshake::DossierProgress& progress);
    void receipted(const handshake::DossierId& dossier, const handshake::SessionId& session);
    void parked(const handshake::DossierId& dossier, const handshake::Error& error);
    /// Once per run, always, also after cancel() and when the configuration cannot be used.
    void finished(const handshake::DeliverySummary& summary);

private:
    struct Item;

    Config m_config;
    DeliveryStore& m_store;
    const Clock& m_clock;
    bool m_running = false;
};

} // namespace handshake
