// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/http_call.h"

#include "app/core/json.h"
#include "app/core/text.h"
#include "app/delivery/retry_policy.h"

#include <QJsonObject>
#include <QNetworkReply>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QNetworkReply* begin(QNetworkAccessManager& network, const QNetworkRequest& request,
                     const QByteArray& verb, const QByteArray& body)
{
    if (verb == "HEAD") // as a custom verb Qt would wait for the body its length announces
        return network.head(request);
    return network.sendCustomRequest(request, verb, body);
}

} // namespace

HttpCall::HttpCall(QNetworkAccessManager& network, const QNetworkRequest& request,
                   const ProviderLink::Exchange& exchange, Patience patience,
                   ProviderLink::Handler handler)
    : m_upload(exchange.body)
    , m_maxAnswer(exchange.maxAnswer)
    , m_sent(exchange.sent)
    , m_handler(std::move(handler))
    , m_reply(begin(network, request, exchange.verb, m_upload))
{
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::finish);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        m_silence.start();
        if (m_sent)
            m_sent(sent);
    });
    m_silence.setSingleShot(true);
    m_silence.setInterval(patience.silence);
    m_answering.setSingleShot(true);
    m_answering.setInterval(patience.answer);
    for (QTimer* timer : {&m_silence, &m_answering})
        connect(timer, &QTimer::timeout, this, [this] { breakOff(Ended::Silence); });
    connect(m_reply, &QNetworkReply::metaDataChanged, &m_answering,
            [this] { m_answering.start(); });
    m_silence.start();
}

HttpCall::~HttpCall()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpCall::breakOff(Ended why)
{
    m_ended = why;
    m_reply->abort(); // leads to finish()
}

void HttpCall::takeBytes()
{
    m_silence.start();
    m_body += m_reply->read(m_maxAnswer + 1 - m_body.size());
    if (m_body.size() > m_maxAnswer)
        breakOff(Ended::TooLong);
}

std::optional<DeliveryFailure> HttpCall::lineFailure() const
{
    if (m_ended == Ended::Silence)
        return DeliveryFailure{{ErrorCode::Timeout, u"no byte moved for too long, or too few"_s},
                               Remedy::Retry,
                               u"delivery.retry.timeout"_s};
    if (m_ended == Ended::TooLong)
        return DeliveryFailure{{ErrorCode::Protocol, u"an answer of unreasonable length"_s},
                               Remedy::Retry,
                               u"delivery.retry.not-the-server"_s};
    const QNetworkReply::NetworkError error = m_reply->error();
    // 2xx and 4xx of the enumeration stand for HTTP statuses: an answer, not a broken line.
    const bool isAnswer =
        error == QNetworkReply::NoError ||
        error == QNetworkReply::ProxyAuthenticationRequiredError ||
        error == QNetworkReply::ProtocolInvalidOperationError || // 400 and 418
        (error >= QNetworkReply::ContentAccessDenied &&
         error <= QNetworkReply::UnknownContentError) ||
        (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
    if (isAnswer)
        return std::nullopt;
    const QString detail = u"network error %1"_s.arg(static_cast<int>(error));
    if (error == QNetworkReply::SslHandshakeFailedError)
        return DeliveryFailure{{ErrorCode::Unavailable, u"TLS failed: "_s + detail},
                               Remedy::StopAll,
                               u"delivery.stop.certificate"_s};
    if (error >= QNetworkReply::ProtocolUnknownError)
        return DeliveryFailure{
            {ErrorCode::Protocol, detail}, Remedy::Retry, u"delivery.retry.not-the-server"_s};
    return DeliveryFailure{
        {ErrorCode::Unavailable, detail}, Remedy::Retry, u"delivery.retry.server-down"_s};
}

void HttpCall::finish()
{
    m_silence.stop();
    m_answering.stop();
    if (m_ended == Ended::ByItself && m_reply->bytesAvailable() > 0)
        m_body += m_reply->read(m_maxAnswer + 1 - m_body.size());
    if (m_body.size() > m_maxAnswer)
        m_ended = Ended::TooLong;
    HttpAnswer answer;
    answer.failure = lineFailure();
    if (!answer.failure) {
        answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        for (const auto& [name, value] : m_reply->rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        answer.body = std::move(m_body);
    }
    const ProviderLink::Handler handler = std::move(m_handler);
    handler(answer); // may delete this
}

namespace {

/// What the server says of its refusal, for the one who asked; never logged.
QString saidBy(const HttpAnswer& answer)
{
    constexpr qsizetype kLongest = 200;
    const auto object = parseJsonObject(answer.body);
    const QString message =
        object ? object->value("error"_L1).toObject().value("message"_L1).toString() : QString();
    return cleanForeignText(message, kLongest);
}

bool isWorthAnotherTry(int status)
{
    return status == 408 || status == 409 || status == 423 || status == 425 || status == 429 ||
           status >= 500;
}

} // namespace

DeliveryFailure failureOf(const HttpAnswer& answer, const QDateTime& now)
{
    if (answer.failure)
        return *answer.failure;
    const int status = answer.status;
    const QString detail = u"HTTP status %1"_s.arg(status);
    if (status == 401 || status == 403 || status == 407)
        return {{ErrorCode::Denied, detail, saidBy(answer)},
                Remedy::StopAll,
                u"delivery.stop.denied"_s};
    if (isWorthAnotherTry(status)) {
        const ErrorCode code = status >= 500 ? ErrorCode::Unavailable : ErrorCode::Busy;
        return {{code, detail, saidBy(answer)},
                Remedy::Retry,
                u"delivery.retry.server-busy"_s,
                parseRetryAfter(answer.header("retry-after"), now)};
    }
    if (status >= 400)
        return {{ErrorCode::InvalidInput, detail, saidBy(answer)},
                Remedy::Park,
                u"delivery.park.refused"_s};
    return {{ErrorCode::Protocol, u"not an answer of the protocol: "_s + detail},
            Remedy::Retry,
            u"delivery.retry.not-the-server"_s};
}

} // namespace handshake
