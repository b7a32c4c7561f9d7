// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/report_json.h"
#include "app/cli/services.h"
#include "app/cli/session_output.h"
#include "app/cli/verb.h"

#include "app/core/paths.h"
#include "app/devices/picture_file.h"
#include "app/dossier/approval.h"
#include "app/dossier/form_printing.h"
#include "app/session/session_service.h"
#include "app/session/steps.h"
#include "app/settings/settings_store.h"

#include <QFile>
#include <QFileInfo>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// "[owner=]FILE": the owner when it is one, else the whole is a file name.
struct OwnedFile {
    std::optional<Owner> owner;
    QString file;
};

OwnedFile splitOwner(const QString& word)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals > 0) {
        if (const auto owner = Owner::parse(QStringView(word).first(equals)))
            return {*owner, word.sliced(equals + 1)};
    }
    return {std::nullopt, word};
}

/// The first owner of this order's steps of that role that has no evidence yet, for files given
/// without an owner.
Owner nextOwner(const Session& session, EvidenceRole role)
{
    std::optional<Owner> first;
    for (const Step& step : stepsFor(session.filing)) {
        if (step.role != role)
            continue;
        if (!session.find(role, step.owner))
            return step.owner;
        if (!first)
            first = step.owner;
    }
    return first.value_or(Owner{});
}

/// Adds one file to the session; what cannot be read or kept is said, and the session goes on.
class PictureIntake
{
public:
    PictureIntake(SessionService& sessions, Services& services, Output& output)
        : m_sessions(sessions)
        , m_services(services)
        , m_output(output)
    {
    }

    Session add(const Session& session, EvidenceRole role, const QString& word)
    {
        const OwnedFile owned = splitOwner(word);
        const Owner owner = owned.owner.value_or(nextOwner(session, role));
        const auto picture = readPictureFile(owned.file, m_services.decoder(), m_services.clock());
        const Result<Session> after =
            picture
                ? m_sessions.addPicture(session.id, role, owner, *picture, m_services.operatorId())
                : Result<Session>(picture.error());
        if (after)
            return *after;
        m_refused = true;
        sayRefused(m_output, session.id, role, owner, after.error());
        return session;
    }

    [[nodiscard]] bool hasRefused() const { return m_refused; }

private:
    SessionService& m_sessions;
    Services& m_services;
    Output& m_output;
    bool m_refused = false;
};

Result<Session> addAll(const Arguments& arguments, Session session, PictureIntake& intake)
{
    static const std::vector<std::pair<QString, EvidenceRole>> kOptions{
        {u"--id-portrait"_s, EvidenceRole::IdPortrait},
        {u"--id-emblem"_s, EvidenceRole::IdEmblem},
        {u"--licence"_s, EvidenceRole::Licence},
        {u"--photo"_s, EvidenceRole::Photo}};
    for (const auto& [option, role] : kOptions) {
        for (const QString& word : arguments.values(option))
            session = intake.add(session, role, word);
    }
    for (const QString& word : arguments.values(u"--paper"_s)) {
        const qsizetype equals = word.indexOf(u'=');
        const auto role =
            parseEvidenceRole(QStringView(word).first(std::max<qsizetype>(equals, 0)));
        if (equals <= 0 || !role)
            return usageError(u"--paper takes ROLE=FILE"_s, word);
        session = intake.add(session, *role, word.sliced(equals + 1));
    }
    return session;
}

/// Writes the forms of every website: F.pdf for the first, F-<site>.pdf for the others.
Result<Session> printForms(Session session, const QString& file, Services& services,
                           SessionService& sessions, Output& output)
{
    bool isFirst = true;
    for (const Website& site : session.filing.websites) {
        const auto printed = printVerificationForm(sessions, session, site.id,
                                                   services.formTemplates(), services.operatorId());
        if (!printed)
            return printed.error();
        session = printed->session;
        const QFileInfo info(file);
        const QString path =
            isFirst
                ? file
                : u"%1/%2-%3.pdf"_s.arg(info.path(), info.completeBaseName()).arg(site.id.value());
        isFirst = false;
        QFile pdf(path);
        if (!pdf.open(QIODevice::WriteOnly) || pdf.write(printed->pdf) != printed->pdf.size() ||
            !pdf.flush())
            return Error{ErrorCode::Storage, u"the form could not be written"_s, path};
        sayForm(output, session.id, site.id, path);
    }
    return session;
}

Result<ExitCode> runSession(const Arguments& arguments, Services& services, Output& output)
{
    for (const QString& needed : {u"--order"_s, u"--backdrop"_s, u"--form-output"_s}) {
        if (!arguments.has(needed))
            return usageError(u"the option is needed"_s, needed);
    }
    const auto order = readFilingFile(arguments.value(u"--order"_s));
    if (!order)
        return order.error();
    if (const auto backdrop = services.useBackdrop(arguments.value(u"--backdrop"_s)); !backdrop)
        return backdrop.error();
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    (*sessions)->onSaved = [&output](const SavedItem& item) { saySaved(output, item); };

    auto session = (*sessions)->begin(*order, services.operatorId(), std::nullopt);
    if (!session)
        return session.error();
    sayBegun(output, *session);
    PictureIntake intake(**sessions, services, output);
    session = addAll(arguments, *session, intake);
    if (!session)
        return session.error();
    if ((*sessions)->verdictOf(*session).mayGoHome) {
        session =
            printForms(*session, arguments.value(u"--form-output"_s), services, **sessions, output);
        if (!session)
            return session.error();
    }
    return sayVerdict(output, *session, (*sessions)->verdictOf(*session));
}

Result<SessionId> idOf(const Arguments& arguments)
{
    if (arguments.positional().size() != 1)
        return usageError(u"name one session"_s);
    return SessionId::parse(arguments.positional().first()).at(arguments.positional().first());
}

Result<ExitCode> attach(const Arguments& arguments, Services& services, Output& output)
{
    const auto id = idOf(arguments);
    if (!id)
        return id.error();
    if (!arguments.has(u"--form-scan"_s))
        return usageError(u"the option is needed"_s, u"--form-scan"_s);
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    (*sessions)->onSaved = [&output](const SavedItem& item) { saySaved(output, item); };
    auto session = (*sessions)->load(*id);
    if (!session)
        return session.error();
    PictureIntake intake(**sessions, services, output);
    for (const QString& word : arguments.values(u"--form-scan"_s))
        session = intake.add(*session, EvidenceRole::SignedForm, word);
    const ExitCode code = sayVerdict(output, *session, (*sessions)->verdictOf(*session));
    return intake.hasRefused() ? ExitCode::Unreadable : code;
}

Result<ExitCode> resume(const Arguments& arguments, Services& services, Output& output)
{
    const auto id = idOf(arguments);
    if (!id)
        return id.error();
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto session = (*sessions)->resume(*id);
    if (!session)
        return session.error();
    for (const Evidence& item : session->evidence)
        saySaved(output, {session->id, item.id, item.role, item.owner, item.masterDigest});
    return sayVerdict(output, *session, (*sessions)->verdictOf(*session));
}

Result<ExitCode> list(const Arguments& arguments, Services& services, Output& output)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"no further words"_s);
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

Result<ExitCode> show(const Arguments& arguments, Services& services, Output& output)
{
    const auto id = idOf(arguments);
    if (!id)
        return id.error();
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto session = (*sessions)->load(*id);
    if (!session)
        return session.error();
    saySession(output, *session, (*sessions)->crossChecksOf(*session),
               (*sessions)->verdictOf(*session));
    return ExitCode::Ok;
}

Result<ExitCode> approve(const Arguments& arguments, Services& services, Output& output)
{
    const auto id = idOf(arguments);
    if (!id)
        return id.error();
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto builder = services.dossierBuilder();
    if (!builder)
        return builder.error();
    const auto session = approveSession(**sessions, **builder, *id, services.operatorId());
    if (!session)
        return session.error();
    sayState(output, *session);
    return ExitCode::Ok;
}

Result<ExitCode> returnSession(const Arguments& arguments, Services& services, Output& output)
{
    const auto id = idOf(arguments);
    if (!id)
        return id.error();
    std::vector<ReturnItem> items;
    for (const QString& word : arguments.values(u"--item"_s)) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0)
            return usageError(u"--item takes TARGET=REASON"_s, word);
        items.push_back({word.first(equals), {}, word.sliced(equals + 1)});
    }
    if (items.empty())
        return usageError(u"the option is needed"_s, u"--item"_s);
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto session = (*sessions)->returnItems(*id, items, services.operatorId());
    if (!session)
        return session.error();
    sayState(output, *session);
    return ExitCode::Ok;
}

Result<ExitCode> overrideCheck(const Arguments& arguments, Services& services, Output& output)
{
    const auto id = idOf(arguments);
    if (!id)
        return id.error();
    const Result<Role> role = arguments.has(u"--as"_s) ? parseRole(arguments.value(u"--as"_s))
                                                       : Result<Role>(Role::Operator);
    if (!role)
        return usageError(u"--as takes operator or reviewer"_s);
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto session =
        (*sessions)->overrideCheck(*id, arguments.value(u"--key"_s), arguments.value(u"--reason"_s),
                                   services.operatorId(), *role);
    if (!session)
        return session.error();
    return sayVerdict(output, *session, (*sessions)->verdictOf(*session));
}

} // namespace

std::vector<Verb> sessionVerbs()
{
    using Takes = OptionSpec::Takes;
    return {
        {{u"session"_s, u"run"_s},
         u"--order FILE --backdrop DIR --photo [site:N=]F --id-portrait [subject|site:N=]F --id-emblem […]F [--licence F] [--paper ROLE=F…] --form-output F.pdf"_s,
         {{u"--order"_s},
          {u"--backdrop"_s},
          {u"--photo"_s, Takes::Many},
          {u"--id-portrait"_s, Takes::Many},
          {u"--id-emblem"_s, Takes::Many},
          {u"--licence"_s},
          {u"--paper"_s, Takes::Many},
          {u"--form-output"_s}},
         runSession},
        {{u"session"_s, u"attach"_s},
         u"ID --form-scan [site:N=]F"_s,
         {{u"--form-scan"_s, Takes::Many}},
         attach},
        {{u"session"_s, u"resume"_s}, u"ID"_s, {}, resume},
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
