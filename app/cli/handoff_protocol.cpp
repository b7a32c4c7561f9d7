// SPDX-License-Identifier: Apache-2.0
#include "app/cli/handoff_protocol.h"

#include "app/cli/verb.h"
#include "app/core/json.h"
#include "app/session/session_types.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

bool isPrefix(QStringView word)
{
    return Owner::parse(word).has_value() || parseEvidenceRole(word).has_value();
}

/// "site:1=photo.jpg", "letter=site:1=l.jpg", "photo.jpg": only the last part names a file.
QString withAbsoluteFile(const QString& word)
{
    qsizetype start = 0;
    for (qsizetype equals = word.indexOf(u'='); equals >= 0; equals = word.indexOf(u'=', start)) {
        if (!isPrefix(QStringView(word).mid(start, equals - start)))
            break;
        start = equals + 1;
    }
    return word.first(start) + QDir::current().absoluteFilePath(word.sliced(start));
}

QString travelling(const QString& word, OptionSpec::Means means)
{
    return means == OptionSpec::Means::File && !word.isEmpty() ? withAbsoluteFile(word) : word;
}

/// The verb's words with every file absolute; as they stand when they name no verb.
QStringList travellingWords(const QStringList& words)
{
    const std::optional<Verb> verb = verbOf(words);
    if (!verb)
        return words;
    QStringList result = verb->words;
    OptionSpec current{{}, OptionSpec::Takes::Nothing, verb->positional};
    const OptionSpec outside = current;
    for (const QString& word : words.sliced(verb->words.size())) {
        if (!word.startsWith(u"--")) {
            result << travelling(word, current.means);
            if (current.takes != OptionSpec::Takes::Many)
                current = outside;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.first(equals);
        const auto spec = std::find_if(verb->options.begin(), verb->options.end(),
                                       [&](const OptionSpec& one) { return one.name == name; });
        const bool takesNext =
            spec != verb->options.end() && equals < 0 && spec->takes != OptionSpec::Takes::Nothing;
        current = takesNext ? *spec : outside;
        const OptionSpec::Means means =
            spec == verb->options.end() ? OptionSpec::Means::Text : spec->means;
        result << (equals < 0
                       ? word
                       : word.first(equals + 1) + travelling(word.sliced(equals + 1), means));
    }
    return result;
}

Error nonsense()
{
    return {ErrorCode::Unreadable, u"not a line of the handoff"_s};
}

} // namespace

Result<QByteArray> handoffRequest(const GlobalOptions& options)
{
    if (!options.settings.isEmpty())
        return Error{ErrorCode::Busy,
                     u"the store's owner runs with its own settings and takes none by --set"_s,
                     options.settings.firstKey()};
    QJsonArray words;
    for (const QString& word : travellingWords(options.words))
        words.append(word);
    const QByteArray line = canonicalJson(QJsonObject{{u"words"_s, words},
                                                      {u"json"_s, options.json},
                                                      {u"operator"_s, options.operatorId},
                                                      {u"language"_s, options.language}}) +
                            '\n';
    if (line.size() > kMaxHandoffRequest)
        return Error{ErrorCode::TooLarge, u"the call is too long to be handed over"_s};
    return line;
}

Result<GlobalOptions> parseHandoffRequest(const QByteArray& line)
{
    const Result<QJsonObject> object = parseJsonObject(line, kMaxHandoffRequest);
    if (!object)
        return object.error();
    const QJsonArray words = object->value(u"words"_s).toArray();
    const bool areWords = std::all_of(words.begin(), words.end(),
                                      [](const QJsonValue& word) { return word.isString(); });
    const QString language = object->value(u"language"_s).toString();
    if (words.isEmpty() || !areWords ||
        (!language.isEmpty() && language != u"zh_CN" && language != u"en"))
        return nonsense();
    GlobalOptions options;
    for (const QJsonValue word : words)
        options.words << word.toString();
    options.json = object->value(u"json"_s).toBool();
    options.operatorId = object->value(u"operator"_s).toString();
    options.language = language;
    return options;
}

QByteArray handoffAnswer(const HandoffAnswer& answer)
{
    QJsonObject object;
    if (answer.line)
        object.insert(answer.line->isError ? u"err"_s : u"out"_s, answer.line->text);
    if (answer.exitCode)
        object.insert(u"exit"_s, *answer.exitCode);
    if (answer.refused) {
        object.insert(u"refused"_s, answer.refused->detail);
        object.insert(u"where"_s, answer.refused->where);
    }
    return canonicalJson(object) + '\n';
}

Result<HandoffAnswer> parseHandoffAnswer(const QByteArray& line)
{
    const Result<QJsonObject> object = parseJsonObject(line);
    if (!object)
        return nonsense();
    HandoffAnswer answer;
    for (const auto& [key, isError] : {std::pair{u"out"_s, false}, std::pair{u"err"_s, true}}) {
        if (object->value(key).isString())
            answer.line = RelayedLine{isError, object->value(key).toString()};
    }
    const double code = object->value(u"exit"_s).toDouble(-1);
    constexpr double kLargestCode = 255;
    if (code >= 0 && code <= kLargestCode && std::floor(code) == code)
        answer.exitCode = static_cast<int>(code);
    if (object->value(u"refused"_s).isString())
        answer.refused = Error{ErrorCode::Busy, object->value(u"refused"_s).toString(),
                               object->value(u"where"_s).toString()};
    if (!answer.line && !answer.exitCode && !answer.refused)
        return nonsense();
    return answer;
}

QString handoffFile(const QString& storeFolder)
{
    return storeFolder + u"/owner.socket"_s;
}

} // namespace handshake
