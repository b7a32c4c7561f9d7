// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"

#include "app/cli/arguments.h"
#include "app/core/json.h"
#include "app/workflow/error_text.h"

namespace handshake {

using namespace Qt::StringLiterals;

Output::Output(Sink standardOutput, Sink standardError, bool json)
    : m_standardOutput(std::move(standardOutput))
    , m_standardError(std::move(standardError))
    , m_json(json)
{
}

void Output::line(const QJsonObject& object, const QString& words)
{
    m_standardOutput(m_json ? QString::fromUtf8(canonicalJson(object)) : words);
}

void Output::raw(const QString& line)
{
    m_standardOutput(line);
}

void Output::diagnostic(const QString& words)
{
    m_standardError(words);
}

QJsonObject errorToJson(const Error& error)
{
    return {{u"code"_s, isUsageError(error) ? u"usage"_s : errorCodeName(error.code)},
            {u"where"_s, error.where},
            {u"message"_s, error.detail},
            {u"advice"_s, ErrorText::of(error)}};
}

ExitCode Output::fail(const Error& error)
{
    if (m_json)
        m_standardOutput(
            QString::fromUtf8(canonicalJson(QJsonObject{{u"error"_s, errorToJson(error)}})));
    const QString place = error.where.isEmpty() ? QString() : error.where + u": "_s;
    m_standardError(place + ErrorText::of(error) + u" ("_s + error.detail + u')');
    return isUsageError(error) ? ExitCode::Usage : exitCodeOf(error.code);
}

} // namespace handshake
