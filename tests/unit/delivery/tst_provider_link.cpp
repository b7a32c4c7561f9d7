// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/provider_link.h"
#include "support/fixed_clock.h"
#include "support/specimen_certificate.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace handshake;
using namespace handshake::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Answers every request on `server` with the same bytes and closes.
void answerWith(QTcpServer& server, const QByteArray& answer, QByteArray* seen = nullptr)
{
    QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server,
                     [&server, answer, seen] {
                         QTcpSocket* socket = server.nextPendingConnection();
                         const auto reply = [socket, answer, seen] {
                             const QByteArray request = socket->readAll();
                             if (seen)
                                 *seen += request;
                             socket->write(answer);
                             socket->disconnectFromHost();
                         };
                         QObject::connect(socket, &QTcpSocket::readyRead, socket, reply);
                         if (socket->bytesAvailable() > 0)
                             reply();
                     });
}

} // namespace

class TestProviderLink : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock;
    QTemporaryDir m_folder;

    QString fileWith(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

    std::unique_ptr<ProviderLink> linkTo(const QString& url)
    {
        auto link = ProviderLink::open({.serverUrl = QUrl(url), .timeout = 2s}, m_clock);
        return link ? *std::move(link) : nullptr;
    }

    /// The answer to one GET.
    HttpAnswer get(ProviderLink& link)
    {
        std::optional<HttpAnswer> got;
        const auto call = link.send({.verb = "GET", .url = link.endpoint(u"/v1/results"_s)},
                                    [&](const HttpAnswer& answer) { got = answer; });
        [&] { QTRY_VERIFY(got); }();
        return got.value_or(HttpAnswer{});
    }

private Q_SLOTS:
    void onlySafeAddressesAreTaken_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("taken");
        QTest::newRow("https") << u"https://intake.example"_s << true;
        QTest::newRow("with path") << u"https://intake.example/desk/"_s << true;
        QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << true;
        QTest::newRow("loopback 6") << u"http://[::1]:8080"_s << true;
        QTest::newRow("localhost") << u"http://localhost:8080"_s << true;
        QTest::newRow("clear text") << u"http://intake.example"_s << false;
        QTest::newRow("loopback's namesake") << u"http://127.0.0.1.example"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("other scheme") << u"ftp://intake.example"_s << false;
        QTest::newRow("password inside") << u"https://a:b@intake.example"_s << false;
        QTest::newRow("query") << u"https://intake.example/?x=1"_s << false;
    }

    void onlySafeAddressesAreTaken()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, taken);
        const auto link = ProviderLink::open({.serverUrl = QUrl(url)}, m_clock);
        QCOMPARE(link.has_value(), taken);
        if (!link) {
            QVERIFY(link.error().code == ErrorCode::Configuration);
            QCOMPARE(link.error().where, u"delivery/serverUrl"_s);
        }
    }

    void anAnswerThatDripsEnds()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTimer drip;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
            connect(&drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
            drip.start(20ms);
        });
        const auto link = *ProviderLink::open(
            {.serverUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())),
             .timeout = 20s,
             .longestAnswer = 300ms},
            m_clock);
        std::optional<HttpAnswer> answer;
        const auto exchange = link->send({.verb = "GET", .url = link->endpoint(u"/v1/x"_s)},
                                         [&](const HttpAnswer& came) { answer = came; });
        QTRY_VERIFY_WITH_TIMEOUT(answer, 10'000);
        QVERIFY(answer->failure);
        QVERIFY(answer->failure->error.code == ErrorCode::Timeout);
        QVERIFY(answer->failure->remedy == Remedy::Retry);
    }

    void anExchangeMayOutliveItsLink()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        answerWith(server, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        auto link = linkTo(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        bool isAnswered = false;
        auto exchange = link->send({.verb = "GET", .url = link->endpoint(u"/v1/x"_s)},
                                   [&](const HttpAnswer&) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
        link.reset();     // and with it the reply
        exchange.reset(); // as clients that keep their last exchange do
    }

    void badFilesNameTheirSetting()
    {
        const ProviderLink::Config good{.serverUrl = QUrl(u"https://intake.example"_s)};
        const QString junk = fileWith(u"junk"_s, "not PEM");
        const auto whereOf = [&](const ProviderLink::Config& config) {
            const auto link = ProviderLink::open(config, m_clock);
            return link ? QString() : link.error().where;
        };
        ProviderLink::Config config = good;
        config.caFile = junk;
        QCOMPARE(whereOf(config), u"delivery/caFile"_s);
        config.caFile = m_folder.filePath(u"absent"_s);
        QCOMPARE(whereOf(config), u"delivery/caFile"_s);
        config = good;
        config.clientCertificate = junk;
        QCOMPARE(whereOf(config), u"delivery/clientCertificate"_s);
        config = good;
        config.tokenFile = fileWith(u"empty"_s, "\n");
        QCOMPARE(whereOf(config), u"delivery/tokenFile"_s);
        config.tokenFile = fileWith(u"two-lines"_s, "a\nX-Injected: b");
        QCOMPARE(whereOf(config), u"delivery/tokenFile"_s);
    }

    void endpointsLieBelowTheServersPath()
    {
        QCOMPARE(linkTo(u"https://a.example"_s)->endpoint(u"/v1/x"_s),
                 QUrl(u"https://a.example/v1/x"_s));
        QCOMPARE(linkTo(u"https://a.example/desk/"_s)->endpoint(u"/v1/x"_s),
                 QUrl(u"https://a.example/desk/v1/x"_s));
    }

    void addressesElsewhereAreRefused_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("url"); // empty: refused
        const auto row = [](const char* location, const QString& url) {
            QTest::newRow(location) << QByteArray(location) << url;
        };
        row("/v1/uploads/1", u"https://a.example/v1/uploads/1"_s);
        row("1", u"https://a.example/v1/1"_s);
        row("https://a.example/x", u"https://a.example/x"_s);
        row("https://a.example:443/x", u"https://a.example:443/x"_s);
        row("http://a.example/x", {});
        row("https://a.example:444/x", {});
        row("https://b.example/x", {});
        row("//b.example/x", {});
        row("https://a.example@b.example/x", {});
        row("https://u@a.example/x", {});
        row("file:///etc/passwd", {});
        row("", {});
    }

    void addressesElsewhereAreRefused()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const QString, url);
        const auto link = linkTo(u"https://a.example"_s);
        const auto found = link->onThisServer(location, link->endpoint(u"/v1/uploads"_s));
        QCOMPARE(found ? found->toString() : QString(), url);
    }

    void everyStatusHasItsRemedy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("remedy");
        const auto rows = [](std::initializer_list<int> statuses, Remedy remedy) {
            for (const int status : statuses)
                QTest::addRow("%d", status) << status << static_cast<int>(remedy);
        };
        rows({408, 409, 423, 425, 429, 500, 502, 503, 504, 507, 599}, Remedy::Retry);
        rows({200, 204, 206, 301, 302, 307, 308}, Remedy::Retry); // not what was expected
        rows({401, 403, 407}, Remedy::StopAll);
        rows({400, 404, 412, 413, 415, 422, 451, 460}, Remedy::Park);
    }

    void everyStatusHasItsRemedy()
    {
        QFETCH(const int, status);
        QFETCH(const int, remedy);
        HttpAnswer answer;
        answer.status = status;
        answer.body = R"({"error":{"message":"why"}})";
        const DeliveryFailure failure = failureOf(answer, m_clock.now().wall);
        QCOMPARE(static_cast<int>(failure.remedy), remedy);
        QVERIFY(!failure.reason.isEmpty());
        if (status < 400)
            QVERIFY(failure.error.code == ErrorCode::Protocol);
        else
            QCOMPARE(failure.error.where, u"why"_s); // shown, and never in what is logged
        QVERIFY(!failure.error.detail.contains(u"why"));
    }

    void answersWithoutEndAreCutOff()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        answerWith(server, "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(200'000, 'x'));
        const auto link = linkTo(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        const HttpAnswer answer = get(*link);
        QVERIFY(answer.failure);
        QVERIFY(answer.failure->error.code == ErrorCode::Protocol);
        QVERIFY(answer.body.isEmpty());
    }

    void whatIsNotHttpIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray("SSH-2.0-OpenSSH\r\n");
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("half a body")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    }

    void whatIsNotHttpIsAFailure()
    {
        QFETCH(const QByteArray, bytes);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        answerWith(server, bytes);
        const auto link = linkTo(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        const HttpAnswer answer = get(*link);
        QVERIFY(answer.failure);
        QVERIFY(answer.failure->remedy == Remedy::Retry);
        QCOMPARE(answer.status, 0);
    }

    void everyStatusArrivesAsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 204, 302, 400, 401, 403, 404, 405, 407, 408, 409, 410, 413,
                                 418, 422, 423, 425, 429, 460, 500, 501, 502, 503, 504, 599})
            QTest::addRow("%d", status) << status;
    }

    void everyStatusArrivesAsAnAnswer()
    {
        QFETCH(const int, status);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        answerWith(server,
                   "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: 0\r\n\r\n");
        const auto link = linkTo(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        const HttpAnswer answer = get(*link);
        QVERIFY(!answer.failure);
        QCOMPARE(answer.status, status);
    }

    void redirectsArriveAsTheyAre()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray seen;
        answerWith(server,
                   "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
                   &seen);
        const auto link = linkTo(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        QCOMPARE(get(*link).status, 302);
        QVERIFY(!seen.contains("elsewhere"));
    }

    void aDeletedExchangeSaysNothing()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        answerWith(server, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        const auto link = linkTo(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        bool isCalled = false;
        auto call = link->send({.verb = "GET", .url = link->endpoint(u"/"_s)},
                               [&](const HttpAnswer&) { isCalled = true; });
        call.reset();
        QTest::qWait(100);
        QVERIFY(!isCalled);
    }

    void onlyTheNamedAuthorityIsTrusted()
    {
        const auto own = SpecimenCertificate::make();
        const auto foreign = SpecimenCertificate::make();
        QSslServer server;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(own.certificate));
        tls.setPrivateKey(QSslKey(own.key, QSsl::Ec));
        server.setSslConfiguration(tls);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray seen;
        answerWith(server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", &seen);
        ProviderLink::Config config;
        config.serverUrl = QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort()));
        config.timeout = 2s;
        config.tokenFile = fileWith(u"token"_s, "specimen-token");

        for (const QString& caFile : {QString(), fileWith(u"foreign"_s, foreign.certificate)}) {
            config.caFile = caFile;
            const auto link = *ProviderLink::open(config, m_clock);
            const HttpAnswer refused = get(*link);
            QVERIFY(refused.failure);
            QVERIFY(refused.failure->remedy == Remedy::StopAll);
            QCOMPARE(refused.failure->reason, u"delivery.stop.certificate"_s);
        }
        QVERIFY(seen.isEmpty()); // above all not the token

        config.caFile = fileWith(u"own"_s, own.certificate);
        const auto link = *ProviderLink::open(config, m_clock);
        const HttpAnswer answer = get(*link);
        QVERIFY(!answer.failure);
        QCOMPARE(answer.body, "ok");
        QVERIFY(seen.contains("Bearer specimen-token"));
    }
};

QTEST_GUILESS_MAIN(TestProviderLink)
#include "tst_provider_link.moc"
