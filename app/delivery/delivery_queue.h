// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/delivery/delivery_store.h"
#include "app/delivery/provider_link.h"
#include "app/delivery/receipt.h"
#include "app/delivery/retry_policy.h"
#include "app/delivery/tus_transfer.h"

#include <QObject>

#include <cstdint>
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
    int receipted = 0; ///< its receipt is stored
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
    /// All that the store holds unsent. Parked ones are named with their reason, not tried.
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
    /// Ready → Loading → Sending → (Sleeping → Ready)… until it is dropped with its outcome.
    enum class Stage : std::uint8_t { Ready, Loading, Sending, Sleeping };
    struct Item {
        DossierId id;
        quint64 run = 0; ///< answers to an earlier run's questions are dropped
        Stage stage = Stage::Ready;
        bool isNamed = true; ///< asked for by name: also when parked
        int failures = 0;    ///< in a row, without progress
        std::unique_ptr<TusTransfer> transfer{};
        std::unique_ptr<QTimer> alarm{};
    };

    [[nodiscard]] bool begin();
    void enqueue(const DossierId& dossier, bool isNamed);
    void pump();
    void load(Item& item);
    void onLoaded(const DossierId& id, const Result<StoredDossier>& loaded);
    void send(Item& item, StoredDossier dossier);
    void onReceipted(const DossierId& id);
    void onFailed(const DossierId& id, const DeliveryFailure& failure);
    void retryLater(Item& item, TransferRecord record, const DeliveryFailure& failure);
    void park(const Item& item, std::optional<TransferRecord> record,
              const DeliveryFailure& failure);
    void stopAll(const Error& error);
    void save(const TransferRecord& record);
    void drop(const DossierId& id);
    void retire(std::unique_ptr<TusTransfer> transfer);
    void report(const StoredDossier& dossier, qint64 sent, const QString& reason = {});
    void finishLater();
    [[nodiscard]] Item* find(const DossierId& id);

    Config m_config;
    DeliveryStore& m_store;
    const Clock& m_clock;
    std::unique_ptr<ProviderLink> m_link;
    std::optional<ReceiptKey> m_key;
    std::vector<std::unique_ptr<Item>> m_items; ///< in the order asked for
    DeliverySummary m_summary;
    quint64 m_run = 0;
    int m_listing = 0; ///< startAll() waiting for its list
    bool m_running = false;
    bool m_finishing = false;
};

} // namespace handshake
