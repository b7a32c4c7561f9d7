// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/tus_transfer.h"

#include "app/core/async.h"
#include "app/core/log.h"

#include <algorithm>
#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(handshakeDelivery, "handshake.delivery")

constexpr int kMostNewUploads = 3; ///< in one try: a server that forgets at once is no server
constexpr int kMostConflicts = 3;
/// Tries after which an upload that is complete but not filed is believed stuck.
constexpr int kMostClaims = 6;
constexpr int kDigestMismatch = 460; ///< tus: "Checksum Mismatch"

const ProviderLink::Headers kTus{{"Tus-Resumable", "1.0.0"}};

bool isTus(const HttpAnswer& answer)
{
    return answer.header("tus-resumable") == "1.0.0";
}

std::optional<qint64> number(const HttpAnswer& answer, const QByteArray& header)
{
    const QByteArray text = answer.header(header);
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

bool isGone(const HttpAnswer& answer)
{
    return answer.status == 404 || answer.status == 410;
}

} // namespace

TusTransfer::TusTransfer(StoredDossier dossier, ProviderLink& link, DeliveryStore& store,
                         const ReceiptKey& key, Options options, QObject* parent)
    : QObject(parent)
    , m_dossier(std::move(dossier))
    , m_link(link)
    , m_store(store)
    , m_key(key)
    , m_options(options)
{
}

TusTransfer::~TusTransfer() = default;

void TusTransfer::start()
{
    const TransferRecord& transfer = m_dossier.transfer;
    if (transfer.state == TransferState::AwaitingReceipt)
        claim();
    else if (!transfer.uploadUrl.isEmpty())
        locate();
    else
        create();
}

void TusTransfer::stop()
{
    m_stopped = true;
    m_exchange.reset();
}

void TusTransfer::enter(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void TusTransfer::ask(const ProviderLink::Exchange& exchange, Answer handler)
{
    if (m_stopped)
        return;
    m_exchange = m_link.send(exchange, [this, handler](const HttpAnswer& answer) {
        (this->*handler)(answer); //
    });
}

void TusTransfer::journal(void (TusTransfer::*next)())
{
    if (m_stopped)
        return;
    async::onFinished(m_store.save(m_dossier.transfer), this,
                      [this, next](const Result<void>& saved) {
                          if (m_stopped)
                              return;
                          if (saved)
                              (this->*next)();
                          else
                              failToWrite(saved.error());
                      });
}

// --- Creating ---

void TusTransfer::create()
{
    if (++m_newUploads > kMostNewUploads)
        return failAsForeign(u"the server forgets every upload"_s);
    enter(State::Creating);
    const QByteArray id = m_dossier.record.id.text().toLatin1();
    const QByteArray digest = m_dossier.record.sha256.hex().toLatin1();
    const QByteArray metadata = "dossier_id " + id.toBase64() + ",sha256 " + digest.toBase64() +
                                ",filename " + (id + ".zip").toBase64();
    ask({.verb = "POST",
         .url = m_link.endpoint(u"/v1/uploads"_s),
         .headers = kTus + ProviderLink::Headers{{"Upload-Length",
                                                  QByteArray::number(m_dossier.record.bytes)},
                                                 {"Upload-Metadata", metadata}}},
        &TusTransfer::onCreated);
}

void TusTransfer::onCreated(const HttpAnswer& answer)
{
    // An address without uploads is not the provider's server, but nothing is wrong with the item.
    if (isGone(answer) || answer.status == 405)
        return failAsForeign(u"no uploads at this address"_s);
    if (answer.status != 201 || !isTus(answer))
        return failOn(answer);
    const auto url =
        m_link.onThisServer(answer.header("location"), m_link.endpoint(u"/v1/uploads"_s));
    if (!url)
        return failAsForeign(url.error().detail);
    TransferRecord& transfer = m_dossier.transfer;
    transfer.uploadUrl = QString::fromLatin1(url->toEncoded());
    transfer.offset = 0;
    transfer.attempts = 0;
    transfer.state = TransferState::Uploading;
    m_uploadGone = false;
    journal(&TusTransfer::sendBytes);
}

// --- Locating ---

void TusTransfer::locate()
{
    const QByteArray known = m_dossier.transfer.uploadUrl.toLatin1();
    const auto url = m_link.onThisServer(known, m_link.endpoint({}));
    if (!url) // the provider moved to another address
        return onUploadGone();
    enter(State::Locating);
    m_located = true;
    ask({.verb = "HEAD", .url = *url, .headers = kTus}, &TusTransfer::onLocated);
}

void TusTransfer::onLocated(const HttpAnswer& answer)
{
    if (isGone(answer))
        return onUploadGone();
    const auto offset = number(answer, "upload-offset");
    const auto length = number(answer, "upload-length");
    if ((answer.status != 200 && answer.status != 204) || !isTus(answer) || !offset)
        return failOn(answer);
    if (length.value_or(m_dossier.record.bytes) != m_dossier.record.bytes ||
        *offset > m_dossier.record.bytes)
        return onUploadGone(); // somebody else's upload under our address
    goOnFrom(*offset);
}

void TusTransfer::onUploadGone()
{
    if (m_uploadGone)
        return create();
    m_uploadGone = true;
    claim();
}

void TusTransfer::goOnFrom(qint64 offset)
{
    TransferRecord& transfer = m_dossier.transfer;
    const bool isNews = offset != transfer.offset || transfer.state != TransferState::Uploading;
    m_advanced = m_advanced || offset > transfer.offset;
    const bool isAtEnd = offset == m_dossier.record.bytes;
    transfer.offset = offset;
    transfer.state = isAtEnd ? TransferState::AwaitingReceipt : TransferState::Uploading;
    Q_EMIT progressed(offset, m_dossier.record.bytes);
    const auto next = isAtEnd ? &TusTransfer::claim : &TusTransfer::sendBytes;
    if (isNews)
        journal(next);
    else
        (this->*next)();
}

// --- Sending ---

void TusTransfer::sendBytes()
{
    enter(State::Sending);
    const qint64 offset = m_dossier.transfer.offset;
    qint64 size = m_dossier.content.size() - offset;
    if (m_options.chunkBytes > 0)
        size = std::min(size, m_options.chunkBytes);
    ask({.verb = "PATCH",
         .url = QUrl::fromEncoded(m_dossier.transfer.uploadUrl.toLatin1()),
         .headers =
             kTus + ProviderLink::Headers{{"Upload-Offset", QByteArray::number(offset)},
                                          {"Content-Type", "application/offset+octet-stream"}},
         .body = m_dossier.content.sliced(offset, size), // the whole is shared, not copied
         .sent = [this, offset](
                     qint64 sent) { Q_EMIT progressed(offset + sent, m_dossier.record.bytes); }},
        &TusTransfer::onSent);
}

void TusTransfer::onSent(const HttpAnswer& answer)
{
    if (isGone(answer))
        return onUploadGone();
    if (answer.status == 409 && ++m_conflicts <= kMostConflicts)
        return locate();
    if (answer.status == kDigestMismatch && m_newUploads < kMostNewUploads) {
        m_dossier.transfer.uploadUrl.clear(); // damaged on the way: begin anew
        return create();
    }
    const auto offset = number(answer, "upload-offset");
    if (answer.status != 204 || !isTus(answer) || !offset)
        return failOn(answer);
    if (*offset <= m_dossier.transfer.offset || *offset > m_dossier.record.bytes)
        return failAsForeign(u"an offset that cannot be"_s);
    goOnFrom(*offset);
}

// --- Claiming ---

void TusTransfer::claim()
{
    enter(State::Claiming);
    const QString path = u"/v1/dossiers/%1/receipt"_s.arg(m_dossier.record.id.text());
    ask({.verb = "GET", .url = m_link.endpoint(path)}, &TusTransfer::onClaimed);
}

void TusTransfer::onClaimed(const HttpAnswer& answer)
{
    if (isGone(answer))
        return onNotFiled();
    if (answer.status != 200)
        return failOn(answer);
    const DossierRecord& record = m_dossier.record;
    const auto receipt = verifyReceipt(answer.body, m_key, record.id, record.sha256, record.bytes);
    if (receipt)
        return keepReceipt(*receipt);
    if (receipt.error().code == ErrorCode::Conflict)
        return fail({receipt.error(), Remedy::Park, u"delivery.park.other-receipt"_s});
    // A sign-in page answers 200 too, and goes away; a wrong key does not, but is no fault of the
    // dossier.
    fail({receipt.error(), Remedy::Retry,
          receipt.error().code == ErrorCode::Corrupt ? u"delivery.retry.wrong-key"_s
                                                     : u"delivery.retry.not-the-server"_s});
}

void TusTransfer::onNotFiled()
{
    TransferRecord& transfer = m_dossier.transfer;
    if (m_uploadGone || transfer.uploadUrl.isEmpty())
        return create();
    if (!m_located) {
        transfer.state = TransferState::Uploading; // the server knows best how far it is
        return locate();
    }
    if (transfer.attempts >= kMostClaims) {
        log::warning(handshakeDelivery(), "complete upload is not filed, sending anew",
                     {{"dossier", m_dossier.record.id}});
        return create();
    }
    fail({{ErrorCode::Unavailable, u"all bytes arrived, but the dossier is not filed yet"_s},
          Remedy::Retry,
          u"delivery.retry.not-filed"_s});
}

void TusTransfer::keepReceipt(const Receipt& receipt)
{
    async::onFinished(m_store.storeReceipt(receipt), this,
                      [this, receipt](const Result<void>& stored) {
                          if (!stored)
                              return failToWrite(stored.error());
                          m_dossier.transfer.state = TransferState::Receipted;
                          enter(State::Done);
                          Q_EMIT receipted(receipt);
                      });
}

// --- Failed ---

void TusTransfer::fail(const DeliveryFailure& failure)
{
    log::info(handshakeDelivery(), "try ended",
              {{"dossier", m_dossier.record.id},
               {"state", m_state},
               {"code", failure.error.code},
               {"remedy", failure.remedy}});
    enter(State::Failed);
    Q_EMIT failed(failure);
}

void TusTransfer::failToWrite(const Error& error)
{
    // Its receipt came another way meanwhile, by another run or by a stick: the next look finds it.
    if (error.code == ErrorCode::Conflict)
        return fail({error, Remedy::Retry, u"delivery.retry.overtaken"_s});
    fail({error, Remedy::StopAll, u"delivery.stop.store"_s});
}

void TusTransfer::failOn(const HttpAnswer& answer)
{
    fail(failureOf(answer, m_link.clock().now().wall));
}

void TusTransfer::failAsForeign(const QString& detail)
{
    fail({{ErrorCode::Protocol, detail}, Remedy::Retry, u"delivery.retry.not-the-server"_s});
}

} // namespace handshake
