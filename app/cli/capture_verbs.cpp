// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/picture_intake.h"
#include "app/cli/report_json.h"
#include "app/cli/services.h"
#include "app/cli/session_call.h"
#include "app/cli/session_output.h"
#include "app/cli/verb.h"

#include "app/dossier/form_printing.h"
#include "app/session/session_service.h"

#include <QFileInfo>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

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
        const auto written =
            writeOutputFile(path, printed->pdf, u"the form could not be written"_s);
        if (!written)
            return written.error();
        sayForm(output, session.id, site.id, path);
    }
    return session;
}

/// Before anything is begun: a counter whose detectors are not installed is told so at once.
Result<void> demandDetectors(Services& services)
{
    if (const auto photos = services.photoChecker(); !photos)
        return photos.error();
    if (const auto papers = services.paperReader(); !papers)
        return papers.error();
    return {};
}

/// Takes the pictures that are named and, when nothing blocks, prints the form.
Result<ExitCode> capture(const Arguments& arguments, Services& services, SessionService& sessions,
                         Session begun, Output& output)
{
    PictureIntake intake(sessions, services, output);
    auto session = intake.addAll(std::move(begun), arguments);
    if (!session)
        return session.error();
    if (intake.storeFailure()) {
        sayVerdict(output, *session, sessions.verdictOf(*session));
        return *intake.storeFailure();
    }
    const QString form = arguments.value(u"--form-output"_s);
    if (!form.isEmpty() && sessions.verdictOf(*session).mayGoHome) {
        session = printForms(*session, form, services, sessions, output);
        if (!session)
            return session.error();
    }
    return sayVerdict(output, *session, sessions.verdictOf(*session));
}

Result<ExitCode> run(const Arguments& arguments, Services& services, Output& output)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"no further words"_s, arguments.positional().first());
    const auto complete = demand(arguments, {u"--order"_s, u"--backdrop"_s, u"--form-output"_s});
    if (!complete)
        return complete.error();
    const auto order = readFilingFile(arguments.value(u"--order"_s));
    if (!order)
        return order.error();
    if (const auto backdrop = services.useBackdrop(arguments.value(u"--backdrop"_s)); !backdrop)
        return backdrop.error();
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    if (const auto ready = demandDetectors(services); !ready)
        return ready.error();
    const SavedTeller teller(**sessions, output);
    const auto session = (*sessions)->begin(*order, services.operatorId(), std::nullopt);
    if (!session)
        return session.error();
    sayBegun(output, *session);
    return capture(arguments, services, **sessions, *session, output);
}

Result<ExitCode> attach(const Arguments& arguments, Services& services, Output& output)
{
    if (const auto complete = demand(arguments, {u"--form-scan"_s}); !complete)
        return complete.error();
    const auto call = SessionCall::of(arguments, services);
    if (!call)
        return call.error();
    const SavedTeller teller(call->sessions, output);
    auto session = call->load();
    if (!session)
        return session.error();
    PictureIntake intake(call->sessions, services, output);
    for (const QString& word : arguments.values(u"--form-scan"_s))
        session = intake.add(*session, EvidenceRole::SignedForm, word);
    const ExitCode code = sayVerdict(output, *session, call->sessions.verdictOf(*session));
    if (intake.storeFailure())
        return *intake.storeFailure();
    return intake.hasRefused() ? ExitCode::Unreadable : code;
}

/// Says what is kept and goes on with the pictures that are named.
Result<ExitCode> resume(const Arguments& arguments, Services& services, Output& output)
{
    if (arguments.has(u"--backdrop"_s)) {
        const auto backdrop = services.useBackdrop(arguments.value(u"--backdrop"_s));
        if (!backdrop)
            return backdrop.error();
    }
    const auto call = SessionCall::of(arguments, services);
    if (!call)
        return call.error();
    if (const auto ready = demandDetectors(services); !ready)
        return ready.error();
    const SavedTeller teller(call->sessions, output);
    const auto session = call->sessions.resume(call->id);
    if (!session)
        return session.error();
    for (const Evidence& item : session->evidence)
        saySaved(output, {session->id, item.id, item.role, item.owner, item.masterDigest});
    return capture(arguments, services, call->sessions, *session, output);
}

std::vector<OptionSpec> withPictures(std::vector<OptionSpec> options)
{
    for (OptionSpec& option : pictureOptions())
        options.push_back(std::move(option));
    return options;
}

} // namespace

std::vector<Verb> captureVerbs()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    const OptionSpec backdrop{u"--backdrop"_s, Takes::One, Means::File};
    const OptionSpec form{u"--form-output"_s, Takes::One, Means::File};
    return {
        {{u"session"_s, u"run"_s},
         u"--order FILE --backdrop DIR --photo [site:N=]F --id-portrait [subject|site:N=]F --id-emblem […]F [--licence F] [--paper ROLE=F…] --form-output F.pdf"_s,
         withPictures({{u"--order"_s, Takes::One, Means::File}, backdrop, form}),
         run},
        {{u"session"_s, u"attach"_s},
         u"ID --form-scan [site:N=]F"_s,
         {{u"--form-scan"_s, Takes::Many, Means::File}},
         attach},
        {{u"session"_s, u"resume"_s},
         u"ID [--backdrop DIR] [--photo F…] [--id-portrait F…] [--id-emblem F…] [--licence F] [--paper ROLE=F…] [--form-output F.pdf]"_s,
         withPictures({backdrop, form}),
         resume},
    };
}

} // namespace handshake
