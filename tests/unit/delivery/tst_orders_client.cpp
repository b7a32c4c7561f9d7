// SPDX-License-Identifier: Apache-2.0
#include "app/core/json.h"
#include "app/delivery/orders_client.h"
#include "support/fixed_clock.h"
#include "support/one_answer_server.h"

#include <QJsonArray>
#include <QTest>

#include <optional>

using namespace handshake;
using namespace handshake::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestOrdersClient : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock;
    std::optional<FetchedOrders> m_fetched;
    std::optional<Error> m_failed;
    QByteArray m_request;

    /// Fetches from a server that answers `body` with `status`.
    void fetch(const QByteArray& status, const QByteArray& body)
    {
        m_fetched.reset();
        m_failed.reset();
        OneAnswerServer server(status, body);
        const auto link = *ProviderLink::open({.serverUrl = server.url(), .timeout = 2s}, m_clock);
        OrdersClient client(*link);
        connect(&client, &OrdersClient::fetched, this,
                [this](const FetchedOrders& orders) { m_fetched = orders; });
        connect(&client, &OrdersClient::failed, this,
                [this](const Error& error) { m_failed = error; });
        client.fetch(QDate(2026, 8, 11));
        QTRY_VERIFY(m_fetched || m_failed);
        m_request = server.request();
    }

    static QByteArray list(const QJsonArray& orders, const QString& date = u"2026-08-11"_s)
    {
        return canonicalJson({{u"date"_s, date}, {u"orders"_s, orders}});
    }

    static QJsonObject order(const QString& id)
    {
        return {{u"format"_s, u"handshake-filing/1"_s}, {u"orderId"_s, id}, {u"unknown"_s, 1}};
    }

private Q_SLOTS:
    void ordersArriveWithAllTheirMembers()
    {
        fetch("200 OK", list({order(u"D-1"_s), order(u"D-2"_s)}));
        QVERIFY(m_fetched);
        QVERIFY(m_request.startsWith("GET /v1/orders?date=2026-08-11 "));
        QCOMPARE(m_fetched->orders.size(), std::size_t(2));
        QCOMPARE(m_fetched->orders.at(1).id.text(), u"D-2"_s);
        QCOMPARE(m_fetched->orders.at(1).date, u"2026-08-11"_s);
        QCOMPARE(m_fetched->orders.at(1).content, canonicalJson(order(u"D-2"_s)));
        QVERIFY(m_fetched->refused.empty());
    }

    void aDayWithoutOrdersIsNoError()
    {
        fetch("200 OK", list({}));
        QVERIFY(m_fetched && m_fetched->orders.empty());
    }

    void badOrdersAreNamedAndTheOthersTaken()
    {
        QJsonObject foreign = order(u"D-3"_s);
        foreign.insert(u"format"_s, u"something/9"_s);
        fetch("200 OK", list({order(u"D-1"_s), foreign, order(u"../../x"_s), 42}));
        QVERIFY(m_fetched);
        QCOMPARE(m_fetched->orders.size(), std::size_t(1));
        QCOMPARE(m_fetched->refused.size(), std::size_t(3));
        QCOMPARE(m_fetched->refused.at(0).where, u"D-3: format"_s);
        QCOMPARE(m_fetched->refused.at(2).where, u"orders[3]: format"_s);
    }

    void whatIsNoListOfThatDayFails_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArray& status, const QByteArray& body,
                            ErrorCode code) {
            QTest::newRow(name) << status << body << static_cast<int>(code);
        };
        row("sign-in page", "200 OK", "<html></html>", ErrorCode::Protocol);
        row("a bare list", "200 OK", "[]", ErrorCode::Protocol);
        row("another day", "200 OK", list({}, u"2026-08-12"_s), ErrorCode::Protocol);
        row("redirect", "302 Found", "", ErrorCode::Protocol);
        row("not admitted", "401 Unauthorized", "", ErrorCode::Denied);
        row("out of order", "500 Error", "", ErrorCode::Unavailable);
        row("refused", "400 Bad Request", "", ErrorCode::InvalidInput);
    }

    void whatIsNoListOfThatDayFails()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        fetch(status, body);
        QVERIFY(m_failed);
        QCOMPARE(static_cast<int>(m_failed->code), code);
    }
};

QTEST_GUILESS_MAIN(TestOrdersClient)
#include "tst_orders_client.moc"
