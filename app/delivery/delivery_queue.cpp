// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/delivery_queue.h"

#include "app/core/async.h"
#include "app/core/log.h"

#include <QTimer>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

Q_LOGGING_CATEGORY(handshakeDelivery, "handshake.delivery")

/// After a broken line: smaller pieces, so that a server that keeps whole requests only gains too.
constexpr qint64 kPieceOnABadLine = 8 * 1024 * 1024;
/// A run that does not wait for ever does not wait this long for one dossier either.
constexpr milliseconds kShortWait = std::chrono::seconds(30);

} // namespace

DeliveryQueue::DeliveryQueue(Config config, DeliveryStore& store, const Clock& clock,
                             QObject* parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_store(store)
    , m_clock(clock)
{
}

DeliveryQueue::~DeliveryQueue() = default;

void DeliveryQueue::start(const std::vector<DossierId>& dossiers)
{
    if (!begin())
        return;
    for (const DossierId& dossier : dossiers)
        enqueue(dossier, true);
    pump();
}

void DeliveryQueue::startAll()
{
    if (!begin())
        return;
    ++m_listing;
    async::onFinished(m_store.unsent(), this,
                      [this, run = m_run](const Result<std::vector<TransferRecord>>& unsent) {
                          if (run != m_run)
                              return;
                          --m_listing;
                          if (!unsent)
                              return stopAll(unsent.error());
                          for (const TransferRecord& transfer : *unsent)
                              enqueue(transfer.dossier, false);
                          pump();
                      });
}

bool DeliveryQueue::begin()
{
    if (m_running)
        return true;
    ++m_run;
    m_running = true;
    m_finishing = false;
    m_listing = 0;
    m_summary = {};
    auto link = ProviderLink::open(m_config.link, m_clock);
    auto key = ReceiptKey::fromFile(m_config.receiptKeyFile);
    if (!link || !key) {
        stopAll(link ? key.error() : link.error());
        return false;
    }
    m_link = *std::move(link);
    m_key = *std::move(key);
    return true;
}

DeliveryQueue::Item* DeliveryQueue::find(const DossierId& id)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const auto& item) { return item->id == id; });
    return found == m_items.end() ? nullptr : found->get();
}

void DeliveryQueue::enqueue(const DossierId& dossier, bool isNamed)
{
    if (Item* known = find(dossier)) {
        known->isNamed = known->isNamed || isNamed;
        return;
    }
    m_items.push_back(
        std::make_unique<Item>(Item{.id = dossier, .run = m_run, .isNamed = isNamed}));
}

void DeliveryQueue::pump()
{
    if (!m_running || m_finishing)
        return;
    const auto isBusy = [](const auto& item) {
        return item->stage == Stage::Loading || item->stage == Stage::Sending;
    };
    auto busy = std::count_if(m_items.begin(), m_items.end(), isBusy);
    for (const auto& item : m_items) {
        if (busy >= m_config.parallel)
            return;
        if (item->stage == Stage::Ready) {
            load(*item);
            ++busy;
        }
    }
    if (m_items.empty() && m_listing == 0)
        finishLater();
}

void DeliveryQueue::load(Item& item)
{
    item.stage = Stage::Loading;
    async::onFinished(m_store.load(item.id), this,
                      [this, id = item.id, run = m_run](const Result<StoredDossier>& loaded) {
                          if (run == m_run && m_running)
                              onLoaded(id, loaded);
                      });
}

void DeliveryQueue::onLoaded(const DossierId& id, const Result<StoredDossier>& loaded)
{
    Item* item = find(id);
    if (!item)
        return;
    if (!loaded) {
        const ErrorCode code = loaded.error().code;
        const bool isItsOwn = code == ErrorCode::NotFound || code == ErrorCode::Corrupt ||
                              code == ErrorCode::Conflict;
        if (!isItsOwn)
            return stopAll(loaded.error());
        return park(*item, std::nullopt,
                    {loaded.error(), Remedy::Park,
                     code == ErrorCode::Conflict ? u"delivery.park.superseded"_s
                                                 : u"delivery.park.damaged"_s});
    }
    const TransferRecord& transfer = loaded->transfer;
    if (transfer.state == TransferState::Receipted) {
        report(*loaded, loaded->record.bytes);
        ++m_summary.receipted;
        Q_EMIT receipted(id, loaded->record.session);
        drop(id);
        pump();
    } else if (transfer.state == TransferState::Parked && !item->isNamed) {
        ++m_summary.parked;
        report(*loaded, transfer.offset, transfer.reason);
        Q_EMIT parked(id, {ErrorCode::Conflict, u"parked earlier"_s});
        drop(id);
        pump();
    } else {
        send(*item, *loaded);
    }
}

void DeliveryQueue::send(Item& item, StoredDossier dossier)
{
    if (dossier.transfer.state == TransferState::Parked)
        dossier.transfer.state = dossier.transfer.uploadUrl.isEmpty() ? TransferState::Waiting
                                                                      : TransferState::Uploading;
    dossier.transfer.reason.clear();
    dossier.transfer.nextTry = {};
    const TusTransfer::Options options{item.failures > 0 ? kPieceOnABadLine : 0};
    item.stage = Stage::Sending;
    item.transfer =
        std::make_unique<TusTransfer>(std::move(dossier), *m_link, m_store, *m_key, options);
    TusTransfer* transfer = item.transfer.get();
    const DossierId id = item.id;
    connect(transfer, &TusTransfer::progressed, this, [this, transfer](qint64 sent) {
        report(transfer->dossier(), sent); //
    });
    connect(transfer, &TusTransfer::receipted, this, [this, id] { onReceipted(id); });
    connect(transfer, &TusTransfer::failed, this,
            [this, id](const DeliveryFailure& failure) { onFailed(id, failure); });
    report(transfer->dossier(), transfer->dossier().transfer.offset);
    transfer->start();
}

void DeliveryQueue::onReceipted(const DossierId& id)
{
    const Item* item = find(id);
    if (!item)
        return;
    const SessionId session = item->transfer->dossier().record.session;
    report(item->transfer->dossier(), item->transfer->dossier().record.bytes);
    ++m_summary.receipted;
    drop(id);
    Q_EMIT receipted(id, session);
    pump();
}

void DeliveryQueue::onFailed(const DossierId& id, const DeliveryFailure& failure)
{
    Item* item = find(id);
    if (!item)
        return;
    TransferRecord record = item->transfer->dossier().transfer;
    record.reason = failure.reason;
    switch (failure.remedy) {
    case Remedy::Retry:
        return retryLater(*item, record, failure);
    case Remedy::Park:
        return park(*item, record, failure);
    case Remedy::StopAll:
        report(item->transfer->dossier(), record.offset, failure.reason);
        if (failure.reason != u"delivery.stop.store") // else there is nowhere to write it
            save(record);
        return stopAll(failure.error);
    }
}

void DeliveryQueue::retryLater(Item& item, TransferRecord record, const DeliveryFailure& failure)
{
    item.failures = item.transfer->advanced() ? 1 : item.failures + 1;
    const milliseconds wait = m_config.retry.delayAfter(item.failures, failure.retryAfter);
    const int most = m_config.retry.maxAttempts;
    const bool isEnough =
        most > 0 && (item.failures >= most || failure.retryAfter.value_or(wait) > kShortWait);
    ++record.attempts;
    record.nextTry = m_clock.now().wall.addMSecs(wait.count());
    save(record);
    report(item.transfer->dossier(), record.offset, failure.reason);
    log::info(handshakeDelivery(), "will try again",
              {{"dossier", item.id}, {"failures", item.failures}, {"ms", wait.count()}});
    if (isEnough) {
        ++m_summary.postponed;
        m_summary.lastFailure = failure.error;
        drop(item.id);
        return pump();
    }
    // The content is read anew next time: a sleeping dossier takes no memory.
    retire(std::move(item.transfer));
    item.stage = Stage::Sleeping;
    item.alarm = std::make_unique<QTimer>();
    item.alarm->setSingleShot(true);
    item.alarm->setTimerType(Qt::PreciseTimer); // a coarse one may ring a twentieth too early
    connect(item.alarm.get(), &QTimer::timeout, this, [this, id = item.id] {
        if (Item* sleeper = find(id))
            sleeper->stage = Stage::Ready;
        pump();
    });
    item.alarm->start(wait);
    pump();
}

void DeliveryQueue::park(const Item& item, std::optional<TransferRecord> record,
                         const DeliveryFailure& failure)
{
    const DossierId id = item.id;
    ++m_summary.parked;
    if (record) {
        record->state = TransferState::Parked;
        save(*record);
        StoredDossier shown = item.transfer->dossier();
        shown.transfer = *record;
        report(shown, record->offset, failure.reason);
    }
    log::warning(handshakeDelivery(), "parked", {{"dossier", id}, {"code", failure.error.code}});
    drop(id);
    Q_EMIT parked(id, failure.error);
    pump();
}

void DeliveryQueue::save(const TransferRecord& record)
{
    async::onFinished(m_store.save(record), this, [this, run = m_run](const Result<void>& saved) {
        // Conflict: receipted another way meanwhile, which the next look at it finds.
        const bool isLost = !saved && saved.error().code != ErrorCode::Conflict;
        if (isLost && run == m_run && m_running)
            stopAll(saved.error());
    });
}

void DeliveryQueue::report(const StoredDossier& dossier, qint64 sent, const QString& reason)
{
    Q_EMIT progress(
        {dossier.record.id, sent, dossier.record.bytes, dossier.transfer.state, reason});
}

void DeliveryQueue::drop(const DossierId& id)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const auto& item) { return item->id == id; });
    if (found == m_items.end())
        return;
    retire(std::move((*found)->transfer));
    m_items.erase(found);
}

void DeliveryQueue::retire(std::unique_ptr<TusTransfer> transfer)
{
    if (!transfer)
        return;
    transfer->disconnect(this);
    transfer->stop();
    transfer.release()->deleteLater(); // mostly called from a signal of its own
}

void DeliveryQueue::stopAll(const Error& error)
{
    if (m_finishing)
        return;
    m_summary.stoppedBy = error;
    finishLater();
}

void DeliveryQueue::cancel()
{
    if (!m_running || m_finishing)
        return;
    m_summary.cancelled = true;
    finishLater();
}

void DeliveryQueue::finishLater()
{
    if (m_finishing)
        return;
    m_finishing = true;
    m_summary.postponed += static_cast<int>(m_items.size());
    while (!m_items.empty())
        drop(m_items.front()->id);
    // Later: who calls start() hears of the end after start() has returned.
    QTimer::singleShot(0, this, [this] {
        m_running = false;
        m_link.reset();
        Q_EMIT finished(m_summary);
    });
}

} // namespace handshake
