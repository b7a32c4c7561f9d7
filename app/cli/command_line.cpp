// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.h"

#include "app/cli/services.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <iterator>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Global options may stand anywhere; what takes a value is named here.
Result<void> takeGlobal(GlobalOptions& options, const QString& name, const QString& value)
{
    if (name == u"--data-dir")
        options.dataFolder = value;
    else if (name == u"--operator")
        options.operatorId = value;
    else if (name == u"--passphrase-file")
        options.passphraseFile = value;
    else if (name == u"--lang")
        options.language = value;
    else if (name == u"--screenshots")
        options.screenshots = value;
    else {
        const qsizetype equals = value.indexOf(u'=');
        if (equals <= 0)
            return usageError(u"--set takes group/key=value"_s, value);
        options.settings.insert(value.first(equals), value.sliced(equals + 1));
    }
    return {};
}

bool* flagOf(GlobalOptions& options, const QString& word)
{
    if (word == u"--json")
        return &options.json;
    if (word == u"--help" || word == u"-h")
        return &options.help;
    if (word == u"--version")
        return &options.version;
    if (word == u"--demo")
        return &options.demo;
    return nullptr;
}

bool takesValue(const QString& name)
{
    static const QStringList kNames{u"--data-dir"_s, u"--operator"_s, u"--passphrase-file"_s,
                                    u"--set"_s,      u"--lang"_s,     u"--screenshots"_s};
    return kNames.contains(name);
}

struct Call {
    Verb verb;
    Arguments arguments;
};

Result<Call> callOf(const GlobalOptions& options)
{
    const std::optional<Verb> verb = verbOf(options.words);
    if (!verb)
        return usageError(u"no such verb; --help lists them"_s, options.words.join(u' '));
    const auto arguments =
        Arguments::parse(options.words.sliced(verb->words.size()), verb->options);
    if (!arguments)
        return arguments.error();
    return Call{*verb, *arguments};
}

} // namespace

std::vector<Verb> allVerbs()
{
    std::vector<Verb> all;
    for (auto group :
         {backdropVerbs(), checkVerbs(), captureVerbs(), sessionVerbs(), dossierVerbs(),
          deliveryVerbs(), resultVerbs(), carryVerbs(), settingsVerbs(), demoVerbs(), benchVerbs(),
          visionBenchVerbs(), calibrateVerbs()})
        std::move(group.begin(), group.end(), std::back_inserter(all));
    return all;
}

std::optional<Verb> verbOf(const QStringList& words)
{
    std::optional<Verb> found;
    std::vector<Verb> verbs = allVerbs();
    for (Verb& verb : verbs) {
        const bool isNamed = words.first(std::min(words.size(), verb.words.size())) == verb.words;
        if (isNamed && (!found || found->words.size() < verb.words.size()))
            found = std::move(verb);
    }
    return found;
}

Result<GlobalOptions> GlobalOptions::parse(const QStringList& arguments)
{
    GlobalOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (bool* flag = flagOf(options, word)) {
            *flag = true;
            continue;
        }
        const qsizetype equals = word.startsWith(u"--") ? word.indexOf(u'=') : -1;
        const QString name = equals < 0 ? word : word.first(equals);
        if (!takesValue(name)) {
            options.words << word;
            continue;
        }
        if (equals < 0 && i + 1 >= arguments.size())
            return usageError(u"the option needs a value"_s, name);
        const QString value = equals < 0 ? arguments[++i] : word.sliced(equals + 1);
        if (const auto taken = takeGlobal(options, name, value); !taken)
            return taken.error();
    }
    if (!options.language.isEmpty() && options.language != u"zh_CN" && options.language != u"en")
        return usageError(u"--lang takes zh_CN or en"_s, options.language);
    return options;
}

CommandLine::CommandLine(MakeServices makeServices, HandOver handOver)
    : m_makeServices(std::move(makeServices))
    , m_handOver(std::move(handOver))
{
}

ExitCode CommandLine::run(const GlobalOptions& options, Output& output)
{
    const Result<Call> call = callOf(options);
    if (!call)
        return output.fail(call.error());
    GlobalOptions completed = options;
    for (auto preset = call->verb.presets.begin(); preset != call->verb.presets.end(); ++preset) {
        if (!completed.settings.contains(preset.key()))
            completed.settings.insert(preset.key(), *preset);
    }
    std::optional<QTemporaryDir> throwAway; // goes after the services that work in it
    if (call->verb.inThrowAwayStore && completed.dataFolder.isEmpty()) {
        throwAway.emplace();
        if (!throwAway->isValid())
            return output.fail(
                {ErrorCode::Storage, u"no throw-away folder could be made"_s, QDir::tempPath()});
        completed.dataFolder = throwAway->filePath(u"store"_s);
    }
    const auto services = m_makeServices(completed);
    if (!services)
        return output.fail(services.error());
    Result<ExitCode> code = call->verb.run(call->arguments, **services, output);
    if (!code && (*services)->isStoreTaken() && m_handOver && !call->verb.inThrowAwayStore)
        code = m_handOver(options, output);
    return code ? *code : output.fail(code.error());
}

Result<ExitCode> CommandLine::runOn(Services& services, const GlobalOptions& options,
                                    Output& output)
{
    const Result<Call> call = callOf(options);
    if (!call)
        return output.fail(call.error());
    if (call->verb.inThrowAwayStore)
        return Error{ErrorCode::Busy, u"this verb works in a store of its own"_s};
    const Result<ExitCode> code = call->verb.run(call->arguments, services, output);
    return code ? *code : output.fail(code.error());
}

} // namespace handshake
