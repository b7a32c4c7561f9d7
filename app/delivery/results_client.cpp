// SPDX-License-Identifier: Apache-2.0
#include "app/delivery/results_client.h"

#include "app/core/json.h"
#include "app/delivery/provider_result.h"
#include "app/delivery/signed_message.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostResults = 20;
constexpr qsizetype kLongestCursor = 256;
/// A page of the longest results, each with its quotes and comma, and what stands around them.
constexpr qsizetype kMaxAnswer = kMostResults * (SignedMessage::kMaxBytes + 16) + 1024;

Error noResults(const QString& why)
{
    return Error{ErrorCode::Protocol, u"results: "_s + why};
}

bool isCursor(const QString& text)
{
    return text.size() <= kLongestCursor && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c > u' ' && c < QChar(0x7f);
           });
}

} // namespace

ResultsClient::ResultsClient(ProviderLink& link, ReceiptKey key, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_key(std::move(key))
{
}

ResultsClient::~ResultsClient() = default;

QString ResultsClient::server() const
{
    return m_link.endpoint({}).toString();
}

void ResultsClient::fetch(const QString& cursor)
{
    QUrl url = m_link.endpoint(u"/v1/results"_s);
    if (!cursor.isEmpty()) {
        QUrlQuery query;
        // A plus sign in a query is a space to many servers.
        query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        url.setQuery(query);
    }
    m_exchange =
        m_link.send({.verb = "GET", .url = url, .maxAnswer = kMaxAnswer},
                    [this, cursor](const HttpAnswer& answer) { onAnswer(cursor, answer); });
}

void ResultsClient::onAnswer(const QString& asked, const HttpAnswer& answer)
{
    if (answer.status != 200) {
        Q_EMIT failed(failureOf(answer, m_link.clock().now().wall).error);
        return;
    }
    const auto page = readPage(answer.body, asked);
    if (page)
        Q_EMIT fetched(*page);
    else
        Q_EMIT failed(page.error());
}

Result<FetchedResults> ResultsClient::readPage(const QByteArray& body, const QString& asked) const
{
    const auto object = parseJsonObject(body, kMaxAnswer);
    if (!object || !object->value("results"_L1).isArray() || !object->value("cursor"_L1).isString())
        return noResults(u"the answer is no page of results"_s);
    const QJsonArray list = object->value("results"_L1).toArray();
    FetchedResults page;
    page.cursor = object->value("cursor"_L1).toString();
    if (list.size() > kMostResults)
        return noResults(u"more results than a page has"_s);
    if (!isCursor(page.cursor))
        return noResults(u"a cursor that is none"_s);
    if (!list.isEmpty() && page.cursor == asked)
        return noResults(u"a page that leads to itself"_s);
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto result = verifyResult(list.at(i).toString().toLatin1(), m_key);
        if (result)
            page.results.push_back(*std::move(result));
        else
            page.refused.push_back(result.error().at(u"results[%1]"_s.arg(i)));
    }
    page.isLast = list.isEmpty();
    return page;
}

} // namespace handshake
