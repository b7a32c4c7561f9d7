// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exit_code.h"
#include "app/core/error.h"

#include <QJsonObject>
#include <QString>

#include <functional>

namespace handshake {

/// Where a verb's words and JSON lines go. A line is flushed as soon as it is written: whoever
/// reads "saved" may rely on it.
class Output final
{
public:
    using Sink = std::function<void(const QString& line)>;

    Output(Sink standardOutput, Sink standardError, bool json);

    /// With --json the object as one line, else the words.
    void line(const QJsonObject& object, const QString& words);
    /// A line as it stands: relayed from another process.
    void raw(const QString& line);
    void diagnostic(const QString& words);
    /// Says the failure as contract.md wants it and gives its exit code.
    ExitCode fail(const Error& error);

    [[nodiscard]] bool isJson() const { return m_json; }

private:
    Sink m_standardOutput;
    Sink m_standardError;
    bool m_json;
};

/// `{"code","where","message","advice"}`
[[nodiscard]] QJsonObject errorToJson(const Error& error);

} // namespace handshake
