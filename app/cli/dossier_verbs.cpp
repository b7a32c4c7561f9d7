// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/session_call.h"
#include "app/cli/verb.h"

#include "app/dossier/dossier_builder.h"
#include "app/dossier/dossier_reader.h"
#include "app/session/session_service.h"

#include <QJsonArray>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<ExitCode> build(const Arguments& arguments, Services& services, Output& output)
{
    if (const auto complete = demand(arguments, {u"--output"_s}); !complete)
        return complete.error();
    const QString path = arguments.value(u"--output"_s);
    const auto call = SessionCall::of(arguments, services);
    if (!call)
        return call.error();
    const auto session = call->load();
    if (!session)
        return session.error();
    if (!session->approval)
        return Error{ErrorCode::Conflict, u"the session is not approved yet"_s, call->id.text()};
    const auto builder = services.dossierBuilder();
    if (!builder)
        return builder.error();
    const auto built = (*builder)->build(*session, call->sessions.crossChecksOfApproval(*session));
    if (!built)
        return built.error();
    const auto written = writeOutputFile(path, built->zip, u"the dossier could not be written"_s);
    if (!written)
        return written.error();
    output.line({{u"dossier"_s, built->id.text()},
                 {u"sha256"_s, built->sha256.hex()},
                 {u"bytes"_s, qint64(built->zip.size())},
                 {u"file"_s, path}},
                built->id.text() + u' ' + path);
    return ExitCode::Ok;
}

Result<ExitCode> verify(const Arguments& arguments, Services&, Output& output)
{
    if (arguments.positional().size() != 1)
        return usageError(u"name one dossier"_s);
    const QString path = arguments.positional().first();
    const auto report = verifyDossier(path);
    if (!report)
        return report.error().at(path);
    QJsonArray differences;
    QString words = path + (report->differences.empty() ? u": whole"_s : u": changed"_s);
    for (const DossierDifference& difference : report->differences) {
        differences.append(QJsonObject{{u"path"_s, difference.path}, {u"what"_s, difference.what}});
        words += u"\n  "_s + difference.path + u": "_s + difference.what;
    }
    QJsonObject object{
        {u"file"_s, path}, {u"files"_s, report->files}, {u"differences"_s, differences}};
    if (report->id)
        object.insert(u"dossier"_s, report->id->text());
    output.line(object, words);
    return report->differences.empty() ? ExitCode::Ok : ExitCode::Findings;
}

Result<ExitCode> open(const Arguments& arguments, Services&, Output& output)
{
    const QString folder = arguments.value(u"--output"_s);
    if (arguments.positional().size() != 1 || folder.isEmpty())
        return usageError(u"name one dossier and --output DIR"_s);
    const auto files = openDossier(arguments.positional().first(), folder);
    if (!files)
        return files.error().at(arguments.positional().first());
    for (const QString& file : *files)
        output.line({{u"path"_s, file}}, file);
    return ExitCode::Ok;
}

} // namespace

std::vector<Verb> dossierVerbs()
{
    using Means = OptionSpec::Means;
    const OptionSpec target{u"--output"_s, OptionSpec::Takes::One, Means::File};
    return {{{u"dossier"_s, u"build"_s}, u"ID --output F"_s, {target}, build},
            {{u"dossier"_s, u"verify"_s}, u"F"_s, {}, verify, Means::File},
            {{u"dossier"_s, u"open"_s}, u"F --output DIR"_s, {target}, open, Means::File}};
}

} // namespace handshake
