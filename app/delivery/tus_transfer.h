// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/delivery/delivery_store.h"
#include "app/delivery/provider_link.h"
#include "app/delivery/receipt.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace handshake {

/// One dossier's way to the provider, one try of it: from wherever the journal says it stands to
/// the stored receipt, or to the first failure. Waiting and trying again is the queue's business;
/// a new object goes on where this one stood.
///
///   start ──────┬────────────────────────┬────────────────────────┐
///     no upload │            upload known │     reached the end    │
///               ▼                        ▼            before       ▼
///         ┌──────────┐             ┌───────────┐  404 first  ┌──────────┐
///         │ Creating │             │ Locating  │◀────────────│ Claiming │
///         │  POST    │             │  HEAD     │────────────▶│  GET     │
///         └────┬─────┘             └─┬───────▲─┘  at the end,└─┬──▲───┬─┘
///     URL in   │  ▲          offset  │  409  │    or 404 410   │  │   │ verified,
///     journal  │  └───────────────── │ ───── │ ────────────────┘  │   │ then stored
///              ▼     404, upload gone▼       │                    │   ▼
///            ┌───────────────────────────────┴─┐   at the end,    │ ┌──────┐
///            │       Sending   PATCH           │───or 404 410─────┘ │ Done │
///            └─────────────────────────────────┘                    └──────┘
///   any state ── failure ──▶ Failed (Remedy: retry, park, stop all)
///
/// A byte is sent only after the journal durably holds the upload's URL; offsets are taken from
/// the server's answers only; offset = length is not a receipt. An upload the server no longer
/// knows may have been filed, so that the receipt is asked for before a new one is made.
/// Destruction ends the try at once.
class TusTransfer final : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t { Idle, Creating, Locating, Sending, Claiming, Done, Failed };
    Q_ENUM(State)

    struct Options {
        qint64 chunkBytes = 0; ///< most bytes in one PATCH; 0: all (a good link)
    };

    /// `link`, `store` and `key` outlive this object. `dossier` is neither receipted nor parked.
    TusTransfer(StoredDossier dossier, ProviderLink& link, DeliveryStore& store,
                const ReceiptKey& key, Options options, QObject* parent = nullptr);
    ~TusTransfer() override;
    Q_DISABLE_COPY_MOVE(TusTransfer)

    void start();
    /// Ends the try at once and without a word: for who cannot delete it yet, being called by it.
    void stop();

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const StoredDossier& dossier() const noexcept { return m_dossier; }
    /// Whether the server confirmed bytes during this try: failures are counted anew then.
    [[nodiscard]] bool advanced() const noexcept { return m_advanced; }

Q_SIGNALS:
    void stateChanged(handshake::TusTransfer::State state);
    void progressed(qint64 sent, qint64 total);
    /// The receipt is verified and durably stored.
    void receipted(const handshake::Receipt& receipt);
    void failed(const handshake::DeliveryFailure& failure);

private:
    void enter(State state);
    void create();
    void locate();
    void sendBytes();
    void claim();
    void onCreated(const HttpAnswer& answer);
    void onLocated(const HttpAnswer& answer);
    void onSent(const HttpAnswer& answer);
    void onClaimed(const HttpAnswer& answer);
    void onNotFiled();
    void onUploadGone();
    void goOnFrom(qint64 offset);
    void keepReceipt(const Receipt& receipt);
    void fail(const DeliveryFailure& failure);
    void failOn(const HttpAnswer& answer);
    void failToWrite(const Error& error);
    void failAsForeign(const QString& detail);
    using Answer = void (TusTransfer::*)(const HttpAnswer&);
    void ask(const ProviderLink::Exchange& exchange, Answer handler);
    /// Writes the journal, then goes on with `next`.
    void journal(void (TusTransfer::*next)());

    StoredDossier m_dossier;
    ProviderLink& m_link;
    DeliveryStore& m_store;
    const ReceiptKey& m_key;
    Options m_options;
    State m_state = State::Idle;
    bool m_stopped = false;
    bool m_advanced = false;
    bool m_located = false;    ///< the server was asked for the offset during this try
    bool m_uploadGone = false; ///< the server does not know the upload any more
    int m_newUploads = 0;
    int m_conflicts = 0;
    std::unique_ptr<QObject> m_exchange;
};

} // namespace handshake
