// SPDX-License-Identifier: Apache-2.0
#include "app/cli/demo_run.h"

#include "app/cli/output.h"
#include "app/cli/report_json.h"
#include "app/cli/scripted_counter.h"
#include "app/cli/services.h"
#include "app/cli/session_call.h"
#include "app/cli/session_output.h"
#include "app/core/paths.h"
#include "app/delivery/archive_delivery_store.h"
#include "app/delivery/delivery_queue.h"
#include "app/dossier/approval.h"
#include "app/dossier/form_printing.h"
#include "app/session/session_json.h"
#include "app/session/steps.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kOrderPrefix = "DEMO-"_L1;

bool matches(const QString& pattern, const QString& key)
{
    const QString expression = QRegularExpression::escape(pattern).replace(u"\\*"_s, u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression))
        .match(key)
        .hasMatch();
}

void sayFindings(Output& output, const Session& session, const Verdict& verdict)
{
    for (const OpenItem& item : verdict.open)
        output.line({{u"event"_s, u"fired"_s},
                     {u"session"_s, session.id.text()},
                     {u"key"_s, item.key},
                     {u"result"_s, checkResultName(item.result)},
                     {u"blocks"_s, item.blocks}},
                    u"  "_s + item.key + u": "_s + checkResultName(item.result));
}

/// The session from step to step; what the script does not let happen ends it early.
class ScriptedSession
{
public:
    ScriptedSession(const DemoScript& script, Services& services, SessionService& sessions,
                    Output& output)
        : m_script(script)
        , m_services(services)
        , m_sessions(sessions)
        , m_output(output)
    {
    }

    Result<Session> capture(Session session, ScriptedCounter& counter)
    {
        for (const Step& step : stepsFor(session.filing)) {
            if (step.role == EvidenceRole::SignedForm || step.role == EvidenceRole::PrintedForm)
                continue;
            const auto picture = counter.take(step.role, step.owner);
            const auto after = picture ? m_sessions.addPicture(session.id, step.role, step.owner,
                                                               *picture, m_services.operatorId())
                                       : Result<Session>(picture.error());
            if (after)
                session = *after;
            else if (const auto met = meet(after.error()); !met)
                return met.error();
            else
                sayRefused(m_output, session.id, step.role, step.owner, after.error());
        }
        return session;
    }

    Result<Session> printAndSign(Session session, ScriptedCounter& counter)
    {
        const std::vector<Website> sites = session.filing.websites;
        for (const Website& site : sites) {
            const auto printed = printVerificationForm(
                m_sessions, session, site.id, m_services.formTemplates(), m_services.operatorId());
            if (!printed)
                return printed.error();
            const auto scan = counter.takeForm(printed->pdf);
            if (!scan)
                return scan.error();
            const auto signedForm =
                m_sessions.addPicture(session.id, EvidenceRole::SignedForm, Owner{site.id}, *scan,
                                      m_services.operatorId());
            if (!signedForm)
                return signedForm.error();
            session = *signedForm;
        }
        return session;
    }

    Result<Session> approve(const Session& session)
    {
        const auto builder = m_services.dossierBuilder();
        if (!builder)
            return builder.error();
        return approveSession(m_sessions, **builder, session.id, m_services.operatorId());
    }

    /// Offers the dossier to an address where nobody listens; it stays unsent.
    Result<void> offer(const Session& session, const QString& keyFile)
    {
        const auto archive = m_services.archive();
        if (!archive)
            return archive.error();
        ArchiveDeliveryStore store(**archive, m_services.operatorId());
        DeliveryQueue::Config config;
        config.link.serverUrl = QUrl(u"http://127.0.0.1:1"_s);
        config.receiptKeyFile = keyFile;
        config.retry.maxAttempts = 1;
        DeliveryQueue queue(config, store, m_services.clock());
        DeliverySummary summary;
        QEventLoop loop; // the only one of this process
        QObject::connect(&queue, &DeliveryQueue::finished, &loop,
                         [&](const DeliverySummary& finished) {
                             summary = finished;
                             loop.quit();
                         });
        queue.start({*session.dossier});
        loop.exec();
        if (summary.stoppedBy)
            return meet(*summary.stoppedBy);
        return summary.lastFailure ? meet(*summary.lastFailure) : Result<void>();
    }

    [[nodiscard]] bool hasMetError() const { return m_hasMetError; }

private:
    /// Fine when the script expects it; else the error itself.
    Result<void> meet(const Error& error)
    {
        if (errorCodeName(error.code) != m_script.error)
            return error;
        m_hasMetError = true;
        m_output.line({{u"event"_s, u"met"_s}, {u"error"_s, errorToJson(error)}},
                      u"  "_s + errorCodeName(error.code));
        return {};
    }

    const DemoScript& m_script;
    Services& m_services;
    SessionService& m_sessions;
    Output& m_output;
    bool m_hasMetError = false;
};

Result<Filing> orderOf(const DemoScript& script, std::uint32_t number, Services& services)
{
    auto order = readFilingFile(services.paths().data(u"demo/"_s + script.order));
    if (!order)
        return order.error();
    const auto id = OrderId::parse(kOrderPrefix + script.name + u'-' + QString::number(number));
    if (!id)
        return id.error().at(script.name);
    order->orderId = *id;
    return order;
}

} // namespace

Result<void> demandDemoStore(Services& services)
{
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto summaries = (*sessions)->list();
    if (!summaries)
        return summaries.error();
    const bool holdsOthers =
        std::any_of(summaries->begin(), summaries->end(), [](const SessionSummary& one) {
            return !one.order.text().startsWith(kOrderPrefix);
        });
    if (holdsOthers)
        return Error{ErrorCode::Denied, u"the store holds sessions that are no demo"_s,
                     u"--data-dir"_s};
    return {};
}

QStringList missingFindings(const DemoScript& script, const Verdict& verdict)
{
    QStringList missing;
    for (const ExpectedFinding& expected : script.findings) {
        const bool isThere =
            std::any_of(verdict.open.begin(), verdict.open.end(), [&](const OpenItem& item) {
                return matches(expected.key, item.key) &&
                       checkResultName(item.result) == expected.result;
            });
        if (!isThere)
            missing << expected.key + u'=' + expected.result;
    }
    if (verdict.mayGoHome != script.mayGoHome)
        missing << u"mayGoHome="_s + (script.mayGoHome ? u"true"_s : u"false"_s);
    return missing;
}

Result<DemoOutcome> runDemoSession(const DemoScript& script, std::uint32_t number,
                                   Services& services, Output& output)
{
    QElapsedTimer elapsed;
    elapsed.start();
    const auto order = orderOf(script, number, services);
    if (!order)
        return order.error();
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const SavedTeller teller(**sessions, output);
    ScriptedCounter counter(script, *order, number, inBeijing(services.clock().now().wall).date(),
                            services.clock());
    ScriptedSession play(script, services, **sessions, output);

    auto session = (*sessions)->begin(*order, services.operatorId(), std::nullopt);
    if (!session)
        return session.error();
    sayBegun(output, *session);
    session = play.capture(*session, counter);
    if (!session)
        return session.error();
    const Verdict verdict = (*sessions)->verdictOf(*session);
    sayFindings(output, *session, verdict);
    DemoOutcome outcome{missingFindings(script, verdict)};
    if (verdict.mayGoHome) {
        session = play.printAndSign(*session, counter);
        if (session)
            session = play.approve(*session);
        if (!session)
            return session.error();
    }
    if (script.isServerClosed && session->dossier) {
        const QString key = services.paths().data(u"demo/receipt-key.json"_s);
        if (const auto offered = play.offer(*session, key); !offered)
            return offered.error();
    }
    if (sessionStateName(session->state) != script.state)
        outcome.missing << u"state="_s + script.state;
    if (!script.error.isEmpty() && !play.hasMetError())
        outcome.missing << u"error="_s + script.error;
    output.line({{u"event"_s, u"outcome"_s},
                 {u"script"_s, script.name},
                 {u"number"_s, static_cast<qint64>(number)},
                 {u"session"_s, session->id.text()},
                 {u"state"_s, sessionStateName(session->state)},
                 {u"mayGoHome"_s, verdict.mayGoHome},
                 {u"asExpected"_s, outcome.isAsExpected()},
                 {u"missing"_s, QJsonArray::fromStringList(outcome.missing)},
                 {u"ms"_s, elapsed.elapsed()}},
                u"%1 %2: %3 %4"_s.arg(script.name)
                    .arg(number)
                    .arg(sessionStateName(session->state), outcome.missing.join(u' ')));
    return outcome;
}

} // namespace handshake
