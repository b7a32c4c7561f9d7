// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"
#include "app/delivery/provider_link.h"

#include <QDate>
#include <QObject>

#include <memory>
#include <vector>

namespace handshake {

/// The orders the provider gave for one day; those that cannot be read named beside them.
struct FetchedOrders {
    std::vector<OrderRecord> orders;
    std::vector<Error> refused; ///< `where` names the order or its place in the list
};

/// Asks the provider's server for the orders of a day.
class OrdersClient final : public QObject
{
    Q_OBJECT

public:
    /// `link` outlives this object.
    explicit OrdersClient(ProviderLink& link, QObject* parent = nullptr);
    ~OrdersClient() override;
    Q_DISABLE_COPY_MOVE(OrdersClient)

    /// Ends in fetched() or failed(). A second call breaks the first one off.
    void fetch(const QDate& date);

Q_SIGNALS:
    void fetched(const handshake::FetchedOrders& orders);
    void failed(const handshake::Error& error);

private:
    void onAnswer(const QDate& date, const HttpAnswer& answer);

    ProviderLink& m_link;
    std::unique_ptr<QObject> m_exchange;
};

} // namespace handshake
