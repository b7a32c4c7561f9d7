// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/session_call.h"
#include "app/cli/session_output.h"
#include "app/cli/verb.h"

#include "app/archive/archive.h"
#include "app/dossier/approval.h"
#include "app/session/session_service.h"

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<ExitCode> list(const Arguments& arguments, Services& services, Output& output)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"no further words"_s, arguments.positional().first());
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto summaries = (*sessions)->list();
    if (!summaries)
        return summaries.error();
    for (const SessionSummary& summary : *summaries)
        saySummary(output, summary);
    return ExitCode::Ok;
}

/// What the provider said of every dossier the session had, in the order of the dossiers.
Result<std::vector<ResultRecord>> resultsOf(Services& services, const SessionId& session)
{
    const auto archive = services.archive();
    if (!archive)
        return archive.error();
    const auto dossiers = (*archive)->dossiersOf(session);
    if (!dossiers)
        return dossiers.error();
    std::vector<ResultRecord> all;
    for (const DossierRecord& dossier : *dossiers) {
        const auto results = (*archive)->resultsOf(dossier.id);
        if (!results)
            return results.error();
        all.insert(all.end(), results->begin(), results->end());
    }
    return all;
}

Result<ExitCode> show(const Arguments& arguments, Services& services, Output& output)
{
    const auto call = SessionCall::of(arguments, services);
    if (!call)
        return call.error();
    const auto session = call->load();
    if (!session)
        return session.error();
    const auto results = resultsOf(services, call->id);
    if (!results)
        return results.error();
    saySession(output, *session, call->sessions.crossChecksOf(*session),
               call->sessions.verdictOf(*session), *results);
    return ExitCode::Ok;
}

Result<ExitCode> approve(const Arguments& arguments, Services& services, Output& output)
{
    const auto call = SessionCall::of(arguments, services);
    if (!call)
        return call.error();
    const auto builder = services.dossierBuilder();
    if (!builder)
        return builder.error();
    const auto session = approveSession(call->sessions, **builder, call->id, services.operatorId());
    if (!session)
        return session.error();
    sayState(output, *session);
    return ExitCode::Ok;
}

Result<ExitCode> returnSession(const Arguments& arguments, Services& services, Output& output)
{
    if (const auto complete = demand(arguments, {u"--item"_s}); !complete)
        return complete.error();
    std::vector<ReturnItem> items;
    for (const QString& word : arguments.values(u"--item"_s)) {
        const auto item = splitPair(word, u"--item takes TARGET=REASON"_s);
        if (!item)
            return item.error();
        items.push_back({item->first, {}, item->second});
    }
    const auto call = SessionCall::of(arguments, services);
    if (!call)
        return call.error();
    const auto session = call->sessions.returnItems(call->id, items, services.operatorId());
    if (!session)
        return session.error();
    sayState(output, *session);
    return ExitCode::Ok;
}

Result<ExitCode> overrideCheck(const Arguments& arguments, Services& services, Output& output)
{
    if (const auto complete = demand(arguments, {u"--key"_s, u"--reason"_s}); !complete)
        return complete.error();
    const Result<Role> role = arguments.has(u"--as"_s) ? parseRole(arguments.value(u"--as"_s))
                                                       : Result<Role>(Role::Operator);
    if (!role)
        return usageError(u"--as takes operator or reviewer"_s, arguments.value(u"--as"_s));
    const auto call = SessionCall::of(arguments, services);
    if (!call)
        return call.error();
    const auto session =
        call->sessions.overrideCheck(call->id, arguments.value(u"--key"_s),
                                     arguments.value(u"--reason"_s), services.operatorId(), *role);
    if (!session)
        return session.error();
    return sayVerdict(output, *session, call->sessions.verdictOf(*session));
}

} // namespace

std::vector<Verb> sessionVerbs()
{
    using Takes = OptionSpec::Takes;
    return {
        {{u"session"_s, u"list"_s}, {}, {}, list},
        {{u"session"_s, u"show"_s}, u"ID"_s, {}, show},
        {{u"session"_s, u"approve"_s}, u"ID"_s, {}, approve},
        {{u"session"_s, u"return"_s},
         u"ID --item TARGET=REASON…"_s,
         {{u"--item"_s, Takes::Many}},
         returnSession},
        {{u"session"_s, u"override"_s},
         u"ID --key KEY --reason TEXT [--as operator|reviewer]"_s,
         {{u"--key"_s}, {u"--reason"_s}, {u"--as"_s}},
         overrideCheck},
    };
}

} // namespace handshake
