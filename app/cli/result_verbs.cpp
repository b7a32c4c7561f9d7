// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/session_output.h"
#include "app/cli/verb.h"

#include "app/archive/archive.h"
#include "app/delivery/results_client.h"
#include "app/session/provider_result.h"
#include "app/workflow/error_text.h"

#include <QEventLoop>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// More pages than a counter's results of years: a server that gives more is out of order.
constexpr int kMostPages = 1000;

struct Counts {
    int isNew = 0;
    int known = 0;
    int unknown = 0; ///< of dossiers that are not in this store
    int refused = 0;
};

Result<FetchedResults> ask(ResultsClient& client, const QString& cursor)
{
    Result<FetchedResults> answer = Error{ErrorCode::Cancelled, {}};
    QEventLoop loop;
    QObject::connect(&client, &ResultsClient::fetched, &loop, [&](const FetchedResults& page) {
        answer = page;
        loop.quit();
    });
    QObject::connect(&client, &ResultsClient::failed, &loop, [&](const Error& error) {
        answer = error;
        loop.quit();
    });
    client.fetch(cursor);
    loop.exec();
    return answer;
}

void sayRefusedResult(Output& output, const Error& error)
{
    const QString advice =
        ErrorText::advice(error.code == ErrorCode::Corrupt ? u"delivery.result.wrong-key"_s
                                                           : u"delivery.result.malformed"_s,
                          {});
    QJsonObject said = errorToJson(error);
    said.insert(u"advice"_s, advice);
    output.line({{u"event"_s, u"refused"_s}, {u"error"_s, said}},
                error.where + u": "_s + advice + u" ("_s + error.detail + u')');
}

void sayKept(Output& output, const KeptResult& kept)
{
    QJsonObject object = resultToJson(kept.result);
    object.insert(u"event"_s, kept.session ? u"result"_s : u"unknown"_s);
    object.insert(u"new"_s, kept.isNew);
    QString words = kept.result.dossier.text().first(12) + u"  "_s + kept.result.status;
    if (kept.session) {
        object.insert(u"session"_s, kept.session->text());
        words = kept.session->text() + u"  "_s + kept.result.status;
    } else {
        const QString advice = ErrorText::advice(u"delivery.result.unknown"_s, {});
        object.insert(u"advice"_s, advice);
        words += u"  "_s + advice;
    }
    if (!kept.sessionState.isEmpty())
        object.insert(u"state"_s, kept.sessionState);
    output.line(object, words + itemsAsWords(kept.result));
}

void count(Counts& counts, const KeptResult& kept)
{
    counts.isNew += kept.isNew ? 1 : 0;
    counts.known += kept.isNew ? 0 : 1;
    counts.unknown += kept.session ? 0 : 1;
}

/// Reads page after page. The stored cursor passes a page only when everything on it could be
/// believed, and every page before it too: what is refused today is asked for again next time,
/// until the provider's system has put it right, and nothing behind it waits for that.
Result<Counts> readAll(ResultsClient& client, Archive& archive, const OperatorId& who,
                       Output& output)
{
    const auto stored = archive.resultCursor();
    if (!stored)
        return stored.error();
    const bool isKnown = *stored && (*stored)->server == client.server();
    QString cursor = isKnown ? (*stored)->text : QString();
    Counts counts;
    for (int pages = 0; pages < kMostPages; ++pages) {
        const auto page = ask(client, cursor);
        if (!page)
            return page.error();
        for (const Error& error : page->refused)
            sayRefusedResult(output, error);
        counts.refused += static_cast<int>(page->refused.size());
        std::optional<ResultCursor> passed;
        if (counts.refused == 0 && page->cursor != cursor)
            passed = ResultCursor{client.server(), page->cursor};
        if (!page->results.empty() || passed) {
            const auto kept = archive.storeResults(page->results, passed, sessionAfterResult, who);
            if (!kept)
                return kept.error();
            for (const KeptResult& result : *kept) {
                sayKept(output, result);
                count(counts, result);
            }
        }
        // A page on which nothing is true comes from somebody else, or under another key.
        const bool isForeign = page->results.empty() && !page->refused.empty();
        if (page->isLast || isForeign)
            return counts;
        cursor = page->cursor;
    }
    return Error{ErrorCode::Protocol, u"results: the server's pages do not end"_s};
}

Result<ExitCode> fetchResults(const Arguments& arguments, Services& services, Output& output)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"no further words"_s, arguments.positional().first());
    const auto archive = services.archive();
    if (!archive)
        return archive.error();
    const auto client = services.resultsClient();
    if (!client)
        return client.error();
    const auto counts = readAll(**client, **archive, services.operatorId(), output);
    if (!counts)
        return counts.error();
    output.line({{u"event"_s, u"results"_s},
                 {u"new"_s, counts->isNew},
                 {u"known"_s, counts->known},
                 {u"unknown"_s, counts->unknown},
                 {u"refused"_s, counts->refused}},
                u"new %1, known %2, unknown %3, refused %4"_s.arg(counts->isNew)
                    .arg(counts->known)
                    .arg(counts->unknown)
                    .arg(counts->refused));
    return counts->refused > 0 || counts->unknown > 0 ? ExitCode::Findings : ExitCode::Ok;
}

} // namespace

std::vector<Verb> resultVerbs()
{
    return {{{u"results"_s, u"fetch"_s}, {}, {}, fetchResults}};
}

} // namespace handshake
