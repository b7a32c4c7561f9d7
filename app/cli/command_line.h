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

    /// Hands a call to the process that owns the store.
    using HandOver = std::function<Result<ExitCode>(const GlobalOptions&, Output&)>;

    /// `handOver` is tried when the store is owned by another process; it may be empty.
    explicit CommandLine(MakeServices makeServices, HandOver handOver = {});

    ExitCode run(const GlobalOptions& options, Output& output);

    /// Runs the verb on services that exist already: for a call that was handed over. Busy for a
    /// verb that wants a store of its own.
    static Result<ExitCode> runOn(Services& services, const GlobalOptions& options, Output& output);

private:
    MakeServices m_makeServices;
    HandOver m_handOver;
};

} // namespace handshake
