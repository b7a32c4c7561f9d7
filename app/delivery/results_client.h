// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"
#include "app/delivery/provider_link.h"
#include "app/delivery/receipt_key.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace handshake {

/// One page of results. What could not be believed stands beside what could.
struct FetchedResults {
    std::vector<ResultRecord> results; ///< in the server's order
    std::vector<Error> refused;        ///< `where` names the result by its place on the page
    QString cursor{};                  ///< where the next page begins
    bool isLast = false;               ///< nothing more at present
};

/// Asks the provider's server what became of dossiers, one page at a time.
class ResultsClient final : public QObject
{
    Q_OBJECT

public:
    /// `link` outlives this object.
    ResultsClient(ProviderLink& link, ReceiptKey key, QObject* parent = nullptr);
    ~ResultsClient() override;
    Q_DISABLE_COPY_MOVE(ResultsClient)

    /// The server as a cursor is kept under: one server's cursor means nothing to another.
    [[nodiscard]] QString server() const;

    /// The page behind `cursor`, empty for the first. Ends in fetched() or failed(). A second call
    /// breaks the first one off.
    void fetch(const QString& cursor);

Q_SIGNALS:
    void fetched(const handshake::FetchedResults& page);
    void failed(const handshake::Error& error);

private:
    void onAnswer(const QString& asked, const HttpAnswer& answer);
    [[nodiscard]] Result<FetchedResults> readPage(const QByteArray& body,
                                                  const QString& asked) const;

    ProviderLink& m_link;
    ReceiptKey m_key;
    std::unique_ptr<QObject> m_exchange;
};

} // namespace handshake
