// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "app/cli/verb.h"
#include "app/core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace handshake {

class Services;

/// The options every call understands (contract.md, conventions), and the rest of the words.
struct GlobalOptions {
    QString dataFolder; ///< empty: the default
    QString operatorId; ///< empty: not named
    QString passphraseFile;
    QMap<QString, QString> settings; ///< --set group/key=value
    QString language;                ///< empty: not named
    bool json = false;
    bool help = false;
    bool version = false;
    bool demo = false;
    QString screenshots; ///< folder for --screenshots, empty when not asked for
    QStringList words;   ///< verb, its options and arguments

    /// InvalidInput (usage) naming the argument.
    static Result<GlobalOptions> parse(const QStringList& arguments);

    [[nodiscard]] bool wantsWindow() const { return words.isEmpty() && !help && !version; }
};

/// The command line over the services: finds the verb, runs it, says failures.
class CommandLine final
{
public:
    using MakeServices = std::function<Result<std::unique_ptr<Services>>(const GlobalOptions&)>;

    explicit CommandLine(MakeServices makeServices);

    ExitCode run(const GlobalOptions& options, Output& output);

    [[nodiscard]] static QString help();

private:
    ExitCode runVerb(const Verb& verb, const GlobalOptions& options, Output& output);

    MakeServices m_makeServices;
};

} // namespace handshake
