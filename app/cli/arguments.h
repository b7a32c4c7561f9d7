// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace handshake {

/// One option a verb understands.
struct OptionSpec {
    enum class Takes : std::uint8_t { Nothing, One, Many, Optional };
    enum class Means : std::uint8_t { Text, File };

    QString name; ///< with its dashes
    Takes takes = Takes::One;
    Means means = Means::Text; ///< files are made absolute when a call goes to another process
};

/// What stood on the command line behind the verb.
class Arguments final
{
public:
    /// InvalidInput, naming the argument, for an unknown option or a missing value. An option may
    /// be given again; `Many` takes every argument up to the next option.
    static Result<Arguments> parse(const QStringList& words, const std::vector<OptionSpec>& specs);

    [[nodiscard]] bool has(const QString& option) const;
    [[nodiscard]] QString value(const QString& option) const; ///< the last one given, or empty
    [[nodiscard]] QStringList values(const QString& option) const;
    [[nodiscard]] const QStringList& positional() const { return m_positional; }

private:
    QMap<QString, QStringList> m_values;
    QStringList m_positional;
};

/// A mistake in the call's words: exit code 64.
[[nodiscard]] Error usageError(const QString& detail, const QString& where = {});
[[nodiscard]] bool isUsageError(const Error& error);

} // namespace handshake
