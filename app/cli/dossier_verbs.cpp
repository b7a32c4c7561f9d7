// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"
#include "app/cli/services.h"
#include "app/cli/verb.h"

#include "app/dossier/dossier_builder.h"
#include "app/dossier/dossier_reader.h"
#include "app/session/session_service.h"

#include <QFile>
#include <QJsonArray>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<ExitCode> build(const Arguments& arguments, Services& services, Output& output)
{
    const QString path = arguments.value(u"--output"_s);
    if (arguments.positional().size() != 1 || path.isEmpty())
        return usageError(u"name one session and --output F"_s);
    const auto id = SessionId::parse(arguments.positional().first());
    if (!id)
        return id.error();
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    const auto session = (*sessions)->load(*id);
    if (!session)
        return session.error();
    if (!session->approval)
        return Error{ErrorCode::Conflict, u"the session is not approved yet"_s, id->text()};
    const auto builder = services.dossierBuilder();
    if (!builder)
        return builder.error();
    const auto built = (*builder)->build(*session, (*sessions)->crossChecksOfApproval(*session));
    if (!built)
        return built.error();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(built->zip) != built->zip.size() ||
        !file.flush())
        return Error{ErrorCode::Storage, u"the dossier could not be written"_s, path};
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
    return {{{u"dossier"_s, u"build"_s}, u"ID --output F"_s, {{u"--output"_s}}, build},
            {{u"dossier"_s, u"verify"_s}, u"F"_s, {}, verify},
            {{u"dossier"_s, u"open"_s}, u"F --output DIR"_s, {{u"--output"_s}}, open}};
}

} // namespace handshake
