// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/provider_link.h"

#include "app/delivery/http_call.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslKey>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Error badSetting(const QString& why, const QString& setting)
{
    return Error{ErrorCode::Configuration, why, setting};
}

bool isThisMachine(const QString& host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

Result<void> checkAddress(const QUrl& url)
{
    const QString setting = u"delivery/serverUrl"_s;
    if (!url.isValid() || url.host().isEmpty())
        return badSetting(u"the server's address is not an address"_s, setting);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return badSetting(u"the server's address holds more than an address"_s, setting);
    // Identity cards cross this line: in the clear to this machine only.
    const bool isClear = url.scheme() == u"http";
    if (url.scheme() != u"https" && !(isClear && isThisMachine(url.host())))
        return badSetting(u"the server's address is not https"_s, setting);
    return {};
}

Result<QByteArray> readSmallFile(const QString& path, const QString& setting)
{
    constexpr qint64 kMost = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMost)
        return badSetting(u"the file cannot be read"_s, setting);
    return file.readAll();
}

Result<QByteArray> readToken(const QString& path)
{
    const QString setting = u"delivery/tokenFile"_s;
    if (path.isEmpty())
        return QByteArray();
    const auto bytes = readSmallFile(path, setting);
    if (!bytes)
        return bytes.error();
    const QByteArray token = bytes->trimmed();
    const bool isPlain =
        std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (token.isEmpty() || !isPlain)
        return badSetting(u"the file holds no token"_s, setting);
    return token;
}

/// The key of the client's certificate may be of any kind.
QSslKey privateKeyIn(const QByteArray& pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<QSslConfiguration> readTls(const ProviderLink::Config& config)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!config.caFile.isEmpty()) {
        const QString setting = u"delivery/caFile"_s;
        const auto bytes = readSmallFile(config.caFile, setting);
        if (!bytes)
            return bytes.error();
        const QList<QSslCertificate> authorities = QSslCertificate::fromData(*bytes, QSsl::Pem);
        if (authorities.isEmpty())
            return badSetting(u"the file holds no certificate"_s, setting);
        tls.setCaCertificates(authorities); // instead of the system's, not besides them
    }
    if (!config.clientCertificate.isEmpty()) {
        const QString setting = u"delivery/clientCertificate"_s;
        const auto bytes = readSmallFile(config.clientCertificate, setting);
        if (!bytes)
            return bytes.error();
        const QList<QSslCertificate> chain = QSslCertificate::fromData(*bytes, QSsl::Pem);
        const QSslKey key = privateKeyIn(*bytes);
        if (chain.isEmpty() || key.isNull())
            return badSetting(u"the file does not hold certificate and key"_s, setting);
        tls.setLocalCertificateChain(chain);
        tls.setPrivateKey(key);
    }
    return tls;
}

} // namespace

ProviderLink::ProviderLink(QUrl serverUrl, const Clock& clock)
    : m_serverUrl(std::move(serverUrl))
    , m_clock(clock)
{
}

ProviderLink::~ProviderLink() = default;

Result<std::unique_ptr<ProviderLink>> ProviderLink::open(const Config& config, const Clock& clock)
{
    if (const auto good = checkAddress(config.serverUrl); !good)
        return good.error();
    const auto token = readToken(config.tokenFile);
    if (!token)
        return token.error();
    const auto tls = readTls(config);
    if (!tls)
        return tls.error();
    std::unique_ptr<ProviderLink> link(new ProviderLink(config.serverUrl, clock));
    link->m_token = *token;
    link->m_tls = *tls;
    link->m_timeout = config.timeout;
    link->m_longestAnswer = config.longestAnswer;
    return link;
}

QUrl ProviderLink::endpoint(const QString& path) const
{
    QUrl url = m_serverUrl;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    return url;
}

Result<QUrl> ProviderLink::onThisServer(const QByteArray& location, const QUrl& base) const
{
    constexpr qsizetype kLongest = 2048;
    const QUrl url =
        base.resolved(QUrl(QString::fromUtf8(location.left(kLongest + 1)), QUrl::StrictMode));
    const int standardPort = m_serverUrl.scheme() == u"https" ? 443 : 80;
    const bool isHere = url.isValid() && url.scheme() == m_serverUrl.scheme() &&
                        url.host() == m_serverUrl.host() && url.userInfo().isEmpty() &&
                        url.port(standardPort) == m_serverUrl.port(standardPort);
    if (location.isEmpty() || location.size() > kLongest || !isHere)
        return Error{ErrorCode::Protocol, u"an address that is not on the server"_s};
    return url;
}

QNetworkRequest ProviderLink::request(const Exchange& exchange) const
{
    QNetworkRequest request(exchange.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setSslConfiguration(m_tls);
    request.setRawHeader("Accept-Encoding", "identity"); // nothing is inflated unasked
    request.setRawHeader("User-Agent", "handshake-desk");
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    for (const auto& [name, value] : exchange.headers)
        request.setRawHeader(name, value);
    return request;
}

std::unique_ptr<QObject> ProviderLink::send(const Exchange& exchange, Handler handler)
{
    return std::make_unique<HttpCall>(m_network, request(exchange), exchange,
                                      HttpCall::Patience{m_timeout, m_longestAnswer},
                                      std::move(handler));
}

} // namespace handshake
