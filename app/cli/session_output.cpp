// SPDX-License-Identifier: Apache-2.0
#include "app/cli/session_output.h"

#include "app/cli/output.h"
#include "app/cli/report_json.h"
#include "app/core/clock.h"
#include "app/filing/filing_json.h"
#include "app/session/session_json.h"
#include "app/workflow/error_text.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(EvidenceRole role, const Owner& owner)
{
    return evidenceRoleName(role) + u'@' + owner.text();
}

QJsonObject evidenceToJson(const Evidence& item)
{
    QJsonObject object = evidenceDetailsToJson(item);
    object.insert(u"item"_s, item.id.text());
    object.insert(u"key"_s, item.key());
    object.insert(u"sha256"_s, item.masterDigest.hex());
    object.insert(u"mediaType"_s, item.mediaType);
    object.insert(u"bytes"_s, item.bytes);
    object.insert(u"checks"_s, checksWithWords(item.checks));
    return object;
}

QJsonObject crossCheckToJson(const CrossCheck& line)
{
    return {{u"id"_s, line.id},
            {u"field"_s, line.field},
            {u"result"_s, checkResultName(line.result)},
            {u"expected"_s, line.expected},
            {u"found"_s, line.found},
            {u"from"_s, line.foundFrom}};
}

QString itemAsWords(const QString& target, const QString& code, const QString& reason,
                    const QString& advice)
{
    QString words = u"\n    "_s + target + u": "_s + reason;
    if (!code.isEmpty())
        words += u" ["_s + code + u']';
    return advice.isEmpty() ? words : words + u" – "_s + advice;
}

} // namespace

QJsonObject resultToJson(const ResultRecord& result)
{
    QJsonObject object{{u"dossier"_s, result.dossier.text()},
                       {u"status"_s, result.status},
                       {u"received"_s, result.receivedAt.toUTC().toString(Qt::ISODate)}};
    if (!result.to.isEmpty())
        object.insert(u"to"_s, result.to);
    QJsonArray items;
    for (const ResultItem& item : result.items)
        items.append(returnItemToJson({item.target, item.code, item.reason, item.advice}));
    if (!items.isEmpty())
        object.insert(u"items"_s, items);
    QJsonObject numbers;
    for (const auto& [name, number] : result.numbers)
        numbers.insert(name, number);
    if (!numbers.isEmpty())
        object.insert(u"numbers"_s, numbers);
    return object;
}

QString itemsAsWords(const ResultRecord& result)
{
    QString words;
    for (const ResultItem& item : result.items)
        words += itemAsWords(item.target, item.code, item.reason, item.advice);
    for (const auto& [name, number] : result.numbers)
        words += u"\n    "_s + name + u" = "_s + number;
    return words;
}

void sayBegun(Output& output, const Session& session)
{
    output.line({{u"event"_s, u"begun"_s}, {u"session"_s, session.id.text()}},
                u"session "_s + session.id.text());
}

void saySaved(Output& output, const SavedItem& item)
{
    const QString key = keyOf(item.role, item.owner);
    output.line({{u"event"_s, u"saved"_s},
                 {u"session"_s, item.session.text()},
                 {u"item"_s, item.item.text()},
                 {u"key"_s, key},
                 {u"sha256"_s, item.masterDigest.hex()}},
                u"saved "_s + key);
}

void sayRefused(Output& output, const SessionId& session, EvidenceRole role, const Owner& owner,
                const Error& error)
{
    const QString key = keyOf(role, owner);
    output.line({{u"event"_s, u"refused"_s},
                 {u"session"_s, session.text()},
                 {u"key"_s, key},
                 {u"error"_s, errorToJson(error)}},
                u"refused "_s + key + u": "_s + ErrorText::of(error));
}

void sayForm(Output& output, const SessionId& session, const WebsiteId& site, const QString& path)
{
    output.line({{u"event"_s, u"form"_s},
                 {u"session"_s, session.text()},
                 {u"site"_s, site.value()},
                 {u"file"_s, path}},
                u"form "_s + path);
}

void sayState(Output& output, const Session& session)
{
    QJsonObject object{{u"event"_s, u"state"_s},
                       {u"session"_s, session.id.text()},
                       {u"state"_s, sessionStateName(session.state)}};
    if (session.dossier)
        object.insert(u"dossier"_s, session.dossier->text());
    output.line(object, session.id.text() + u' ' + sessionStateName(session.state));
}

void saySummary(Output& output, const SessionSummary& summary)
{
    QJsonObject object{{u"session"_s, summary.id.text()},
                       {u"state"_s, sessionStateName(summary.state)},
                       {u"order"_s, summary.order.text()},
                       {u"subject"_s, summary.subjectName},
                       {u"missing"_s, summary.missing},
                       {u"changed"_s, summary.changedAt.toUTC().toString(Qt::ISODate)}};
    if (summary.isDamaged)
        object.insert(u"damaged"_s, true);
    output.line(object, u"%1  %2  %3  %4"_s.arg(summary.id.text(), sessionStateName(summary.state),
                                                summary.order.text(), summary.subjectName));
}

void saySession(Output& output, const Session& session, const std::vector<CrossCheck>& crossChecks,
                const Verdict& verdict, const std::vector<ResultRecord>& results)
{
    QJsonArray evidence;
    QString words = verdictAsWords(session, verdict);
    for (const Evidence& item : session.evidence) {
        evidence.append(evidenceToJson(item));
        words += u"\n  "_s + item.key() + u": "_s + checkResultName(item.verdict());
    }
    QJsonArray lines;
    for (const CrossCheck& line : crossChecks)
        lines.append(crossCheckToJson(line));
    QJsonObject object = verdictToJson(session, verdict);
    object.remove(u"event"_s);
    object.insert(u"order"_s, session.filing.orderId.text());
    object.insert(u"revision"_s, session.revision);
    object.insert(u"filing"_s, filingToJson(session.filing));
    object.insert(u"evidence"_s, evidence);
    object.insert(u"crossChecks"_s, lines);
    if (session.dossier)
        object.insert(u"dossier"_s, session.dossier->text());
    QJsonArray returns;
    for (const ReturnItem& item : session.returnItems) {
        returns.append(returnItemToJson(item));
        words += itemAsWords(item.target, item.code, item.reason, item.advice);
    }
    object.insert(u"returnItems"_s, returns);
    QJsonArray said;
    for (const ResultRecord& result : results) {
        said.append(resultToJson(result));
        words += u"\n  "_s + inBeijing(result.receivedAt).toString(u"yyyy-MM-dd HH:mm"_s) +
                 u"  "_s + result.status + itemsAsWords(result);
    }
    object.insert(u"results"_s, said);
    output.line(object, words);
}

ExitCode sayVerdict(Output& output, const Session& session, const Verdict& verdict)
{
    output.line(verdictToJson(session, verdict), verdictAsWords(session, verdict));
    return verdict.mayGoHome ? ExitCode::Ok : ExitCode::Findings;
}

} // namespace handshake
