// SPDX-License-Identifier: Apache-2.0
#include "app/cli/demo_run.h"
#include "app/cli/output.h"
#include "app/cli/report_json.h"
#include "app/cli/services.h"
#include "app/cli/session_call.h"
#include "app/cli/verb.h"

#include "app/core/clock.h"
#include "app/core/paths.h"
#include "app/demo/demo_script.h"
#include "app/demo/form_signing.h"
#include "app/demo/specimen_set.h"
#include "app/vision/backdrop_learner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLocale>
#include <QTemporaryDir>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kNameWidth = 18;
constexpr uint kMaxSessions = 10'000;

Result<ExitCode> sign(const Arguments& arguments, Services&, Output& output)
{
    const QString scan = arguments.value(u"--output"_s);
    if (arguments.positional().size() != 1 || scan.isEmpty())
        return usageError(u"name one form and --output SCAN"_s);
    const QString path = arguments.positional().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"the form cannot be opened"_s, path};
    const auto image = signForm(file.readAll(), 0);
    if (!image)
        return image.error().at(path);
    if (!image->save(scan))
        return Error{ErrorCode::Storage, u"the scan could not be written"_s, scan};
    output.line({{u"scan"_s, scan}}, scan);
    return ExitCode::Ok;
}

/// Writes everything a session needs, drawn: order, papers, photo and the backdrop's artwork.
Result<ExitCode> specimen(const Arguments& arguments, Services& services, Output& output)
{
    const QString folder = arguments.value(u"--output"_s);
    if (folder.isEmpty())
        return usageError(u"--output DIR is needed"_s);
    const QString order = arguments.has(u"--order"_s)
                              ? arguments.value(u"--order"_s)
                              : services.paths().data(u"demo/order-unit.json"_s);
    const auto filing = readFilingFile(order);
    if (!filing)
        return filing.error();
    bool isNumber = true;
    const uint seed =
        arguments.has(u"--seed"_s) ? arguments.value(u"--seed"_s).toUInt(&isNumber) : 1U;
    if (!isNumber)
        return usageError(u"--seed takes a number"_s);
    const auto written =
        writeSpecimens(*filing, seed, inBeijing(services.clock().now().wall).date(), folder);
    if (!written)
        return written.error();
    for (const QString& file : *written)
        output.line({{u"file"_s, file}}, file);
    return ExitCode::Ok;
}

QString scriptsFolder(Services& services)
{
    return services.paths().data(u"demo/scripts"_s);
}

Result<ExitCode> listScripts(Services& services, Output& output)
{
    for (const QString& name : demoScriptNames(scriptsFolder(services))) {
        const auto script = DemoScript::load(scriptsFolder(services) + u'/' + name + u".json"_s);
        if (!script)
            return script.error();
        const bool isChinese = QLocale().language() == QLocale::Chinese;
        const QString& title = isChinese ? script->chinese : script->english;
        QJsonArray findings;
        for (const ExpectedFinding& finding : script->findings)
            findings.append(QJsonObject{{u"key"_s, finding.key}, {u"result"_s, finding.result}});
        output.line({{u"script"_s, name}, {u"title"_s, title}, {u"findings"_s, findings}},
                    name.leftJustified(kNameWidth) + title);
    }
    return ExitCode::Ok;
}

/// The drawn provider's backdrop, with the edition before it, as the counter would have learned it.
Result<void> learnDemoBackdrop(const DemoScript& script, Services& services, const QString& folder)
{
    const auto order = readFilingFile(services.paths().data(u"demo/"_s + script.order));
    if (!order)
        return order.error();
    const SpecimenSet specimens(*order, 1, inBeijing(services.clock().now().wall).date());
    LearnRequest request;
    request.artwork = specimens.backdropArtwork();
    request.meta = specimens.backdropMeta();
    request.older = {specimens.olderBackdropArtwork()};
    if (const auto learned = learnBackdrop(request, folder); !learned)
        return learned.error();
    const auto used = services.useBackdrop(folder);
    if (!used)
        return used.error();
    return {};
}

Result<std::uint32_t> sessionsOf(const Arguments& arguments)
{
    if (!arguments.has(u"--sessions"_s))
        return 1U;
    bool isNumber = false;
    const uint count = arguments.value(u"--sessions"_s).toUInt(&isNumber);
    if (!isNumber || count == 0 || count > kMaxSessions)
        return usageError(u"--sessions takes a number from 1 to %1"_s.arg(kMaxSessions),
                          arguments.value(u"--sessions"_s));
    return count;
}

Result<ExitCode> playScript(const Arguments& arguments, Services& services, Output& output)
{
    if (!arguments.positional().isEmpty())
        return usageError(u"no such verb; --help lists them"_s,
                          u"demo "_s + arguments.positional().join(u' '));
    if (const auto complete = demand(arguments, {u"--script"_s}); !complete)
        return complete.error();
    const QString name = arguments.value(u"--script"_s);
    if (name.isEmpty())
        return listScripts(services, output);
    const QStringList known = demoScriptNames(scriptsFolder(services));
    if (!known.contains(name))
        return usageError(u"no such script; there are: "_s + known.join(u", "_s), name);
    const auto count = sessionsOf(arguments);
    if (!count)
        return count.error();
    const auto script = DemoScript::load(scriptsFolder(services) + u'/' + name + u".json"_s);
    if (!script)
        return script.error();
    if (const auto allowed = demandDemoStore(services); !allowed)
        return allowed.error();
    const QTemporaryDir backdrop;
    if (!backdrop.isValid())
        return Error{ErrorCode::Storage, u"no throw-away folder could be made"_s, QDir::tempPath()};
    const auto learned = learnDemoBackdrop(*script, services, backdrop.filePath(u"backdrop"_s));
    if (!learned)
        return learned.error();
    std::uint32_t asExpected = 0;
    for (std::uint32_t number = 1; number <= *count; ++number) {
        const auto outcome = runDemoSession(*script, number, services, output);
        if (!outcome)
            return outcome.error();
        asExpected += outcome->isAsExpected() ? 1U : 0U;
    }
    output.line({{u"event"_s, u"summary"_s},
                 {u"script"_s, name},
                 {u"sessions"_s, static_cast<qint64>(*count)},
                 {u"asExpected"_s, static_cast<qint64>(asExpected)}},
                u"%1: %2 / %3"_s.arg(name).arg(asExpected).arg(*count));
    return asExpected == *count ? ExitCode::Ok : ExitCode::Findings;
}

} // namespace

std::vector<Verb> demoVerbs()
{
    using Takes = OptionSpec::Takes;
    using Means = OptionSpec::Means;
    const OptionSpec target{u"--output"_s, Takes::One, Means::File};
    return {{{u"demo"_s, u"sign"_s}, u"F.pdf --output SCAN"_s, {target}, sign, Means::File},
            {{u"demo"_s, u"specimen"_s},
             u"[--order FILE] [--seed N] --output DIR"_s,
             {{u"--order"_s, Takes::One, Means::File}, {u"--seed"_s}, target},
             specimen},
            {{u"demo"_s},
             u"--script [NAME] [--sessions N]"_s,
             {{u"--script"_s, Takes::Optional}, {u"--sessions"_s}},
             playScript,
             Means::Text,
             true,
             {{u"counter/id"_s, u"DEMO-1"_s}, {u"counter/provider"_s, BackdropDesign{}.provider}}}};
}

} // namespace handshake
