// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/orders_client.h"

#include "app/core/json.h"
#include "app/core/text.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxAnswer = 4 * 1024 * 1024; ///< a day's orders of one counter
constexpr qsizetype kMaxOrders = 2000;

Error notOrders(const QString& why)
{
    return Error{ErrorCode::Protocol, u"orders: "_s + why};
}

/// Only what the store needs to know; whether the filing is complete is the pre-flight's business.
Result<OrderRecord> readOrder(const QJsonObject& order, const QString& date)
{
    if (order.value("format"_L1).toString() != "handshake-filing/1"_L1)
        return Error{ErrorCode::Unreadable, u"order: not a handshake-filing/1"_s, u"format"_s};
    const auto id = OrderId::parse(order.value("orderId"_L1).toString());
    if (!id)
        return id.error().at(u"orderId"_s);
    return OrderRecord{*id, date, canonicalJson(order)};
}

Result<FetchedOrders> readOrders(const QByteArray& body, const QDate& date)
{
    const QString day = date.toString(Qt::ISODate);
    const auto object = parseJsonObject(body, kMaxAnswer);
    if (!object || !object->value("orders"_L1).isArray())
        return notOrders(u"the answer is no list of orders"_s);
    if (object->value("date"_L1).toString() != day)
        return notOrders(u"the answer is of another day"_s);
    const QJsonArray list = object->value("orders"_L1).toArray();
    if (list.size() > kMaxOrders)
        return notOrders(u"more orders than a day has"_s);
    FetchedOrders fetched;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject order = list.at(i).toObject();
        const auto record = readOrder(order, day);
        if (record) {
            fetched.orders.push_back(*record);
            continue;
        }
        const QString name = cleanForeignText(order.value("orderId"_L1).toString(), 64);
        fetched.refused.push_back(
            record.error().at(name.isEmpty() ? u"orders[%1]"_s.arg(i) : name));
    }
    return fetched;
}

} // namespace

OrdersClient::OrdersClient(ProviderLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link)
{
}

OrdersClient::~OrdersClient() = default;

void OrdersClient::fetch(const QDate& date)
{
    QUrl url = m_link.endpoint(u"/v1/orders"_s);
    QUrlQuery query;
    query.addQueryItem(u"date"_s, date.toString(Qt::ISODate));
    url.setQuery(query);
    m_exchange = m_link.send({.verb = "GET", .url = url, .maxAnswer = kMaxAnswer},
                             [this, date](const HttpAnswer& answer) { onAnswer(date, answer); });
}

void OrdersClient::onAnswer(const QDate& date, const HttpAnswer& answer)
{
    if (answer.status != 200) {
        Q_EMIT failed(failureOf(answer, m_link.clock().now().wall).error);
        return;
    }
    const auto orders = readOrders(answer.body, date);
    if (orders)
        Q_EMIT fetched(*orders);
    else
        Q_EMIT failed(orders.error());
}

} // namespace handshake
