// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kUsagePrefix = u"usage: ";

const OptionSpec* find(const std::vector<OptionSpec>& specs, const QString& name)
{
    const auto found = std::find_if(specs.begin(), specs.end(),
                                    [&](const OptionSpec& spec) { return spec.name == name; });
    return found == specs.end() ? nullptr : &*found;
}

} // namespace

Error usageError(const QString& detail, const QString& where)
{
    return Error{ErrorCode::InvalidInput, QStringView(kUsagePrefix).toString() + detail, where};
}

bool isUsageError(const Error& error)
{
    return error.code == ErrorCode::InvalidInput &&
           error.detail.startsWith(QStringView(kUsagePrefix));
}

Result<Arguments> Arguments::parse(const QStringList& words, const std::vector<OptionSpec>& specs)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (!word.startsWith(u"--")) {
            arguments.m_positional << word;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.first(equals);
        const OptionSpec* spec = find(specs, name);
        if (!spec)
            return usageError(u"unknown option"_s, word);
        QStringList& values = arguments.m_values[name];
        if (spec->takes == OptionSpec::Takes::Nothing)
            continue;
        if (equals >= 0) {
            values << word.sliced(equals + 1);
            continue;
        }
        const qsizetype before = values.size();
        while (i + 1 < words.size() && !words[i + 1].startsWith(u"--")) {
            values << words[++i];
            if (spec->takes != OptionSpec::Takes::Many)
                break;
        }
        if (values.size() == before && spec->takes != OptionSpec::Takes::Optional)
            return usageError(u"the option needs a value"_s, name);
    }
    return arguments;
}

bool Arguments::has(const QString& option) const
{
    return m_values.contains(option);
}

QString Arguments::value(const QString& option) const
{
    const QStringList all = m_values.value(option);
    return all.isEmpty() ? QString() : all.last();
}

QStringList Arguments::values(const QString& option) const
{
    return m_values.value(option);
}

} // namespace handshake
