// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace handshake {

/// What a failed exchange means for what comes after it.
enum class Remedy : std::uint8_t {
    Retry,   ///< try again later (connection lost, 408 409 423 425 429 5xx, not the protocol)
    Park,    ///< this item will not pass as it is; the others go on
    StopAll, ///< every further item would fail too (authentication, certificate, own store)
};

/// A failure with its remedy.
struct DeliveryFailure {
    Error error;
    Remedy remedy = Remedy::Retry;
    QString reason; ///< message key for staff: "delivery.retry.server-down"
    std::optional<std::chrono::milliseconds> retryAfter{}; ///< what the server asked for
};

/// What came back over HTTP. Redirects are not followed: a 3xx arrives here as such.
struct HttpAnswer {
    int status = 0;                        ///< 0: no whole HTTP answer, then `failure` is set
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    std::optional<DeliveryFailure> failure{}; ///< of the connection, or a body over the limit

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
};

/// What an answer other than the expected ones means for this item and the others.
[[nodiscard]] DeliveryFailure failureOf(const HttpAnswer& answer, const QDateTime& now);

/// The way to the provider's server: its address, whom to trust, what to show for it. One per
/// queue; lives in the thread that uses it. No cookies, no cache, no redirects, no HTTP/2.
class ProviderLink final : public QObject
{
    Q_OBJECT

public:
    struct Config {
        QUrl serverUrl;              ///< https; http to a loopback address only
        QString caFile{};            ///< PEM; when set, the only authorities trusted
        QString clientCertificate{}; ///< PEM with chain and private key; may be empty
        QString tokenFile{};         ///< bearer token; may be empty
        std::chrono::milliseconds timeout = std::chrono::seconds(30); ///< without any byte moving
        /// From an answer's first byte to its last: one that drips would never be silent.
        std::chrono::milliseconds longestAnswer = std::chrono::minutes(5);
    };

    /// `clock` outlives this object. Configuration, naming the setting, when a file or the address
    /// cannot be used.
    static Result<std::unique_ptr<ProviderLink>> open(const Config& config, const Clock& clock);
    ~ProviderLink() override;
    Q_DISABLE_COPY_MOVE(ProviderLink)

    /// Address of `path` ("/v1/uploads") on the server, below the path of serverUrl.
    [[nodiscard]] QUrl endpoint(const QString& path) const;
    /// `location` resolved against `base`; Protocol when it leaves the server (scheme, host, port):
    /// the token and the dossier go nowhere else.
    [[nodiscard]] Result<QUrl> onThisServer(const QByteArray& location, const QUrl& base) const;

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    struct Exchange {
        QByteArray verb;
        QUrl url;
        Headers headers{};
        QByteArray body{};
        qsizetype maxAnswer = 64 * 1024;    ///< bytes of the answer's body
        std::function<void(qint64)> sent{}; ///< bytes of `body` handed to the network so far
    };
    using Handler = std::function<void(const HttpAnswer&)>;

    /// Starts the exchange; `handler` is called once, later, in this thread. Deleting the returned
    /// object ends the exchange without a call.
    [[nodiscard]] std::unique_ptr<QObject> send(const Exchange& exchange, Handler handler);

    [[nodiscard]] const Clock& clock() const noexcept { return m_clock; }

private:
    ProviderLink(QUrl serverUrl, const Clock& clock);

    [[nodiscard]] QNetworkRequest request(const Exchange& exchange) const;

    QNetworkAccessManager m_network;
    QUrl m_serverUrl;
    QSslConfiguration m_tls;
    QByteArray m_token;
    std::chrono::milliseconds m_timeout{};
    std::chrono::milliseconds m_longestAnswer{};
    const Clock& m_clock;
};

} // namespace handshake
