// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace handshake {

class Output;
class Services;

/// One verb of the command line: its words, its options, what it does. An Error it returns is said
/// by the caller.
struct Verb {
    QStringList words; ///< "check", "photo"
    QString usage;     ///< what follows the words, for --help
    std::vector<OptionSpec> options;
    std::function<Result<ExitCode>(const Arguments&, Services&, Output&)> run;
    /// What stands outside of options: files are made absolute when a call goes to another process.
    OptionSpec::Means positional = OptionSpec::Means::Text;
    /// Works in a folder of its own that goes afterwards, unless --data-dir names one; never in a
    /// store that another process owns.
    bool inThrowAwayStore = false;
    QMap<QString, QString> presets{}; ///< settings it brings along; --set goes before them
};

[[nodiscard]] std::vector<Verb> checkVerbs();
[[nodiscard]] std::vector<Verb> backdropVerbs();
[[nodiscard]] std::vector<Verb> captureVerbs();
[[nodiscard]] std::vector<Verb> sessionVerbs();
[[nodiscard]] std::vector<Verb> dossierVerbs();
[[nodiscard]] std::vector<Verb> deliveryVerbs();
[[nodiscard]] std::vector<Verb> resultVerbs();
[[nodiscard]] std::vector<Verb> carryVerbs();
[[nodiscard]] std::vector<Verb> demoVerbs();
[[nodiscard]] std::vector<Verb> settingsVerbs();
[[nodiscard]] std::vector<Verb> benchVerbs();
[[nodiscard]] std::vector<Verb> visionBenchVerbs();
[[nodiscard]] std::vector<Verb> calibrateVerbs();

/// Every verb, in the order of the help.
[[nodiscard]] std::vector<Verb> allVerbs();

/// The verb that `words` begin with; none when there is no such verb. More words go before fewer.
[[nodiscard]] std::optional<Verb> verbOf(const QStringList& words);

} // namespace handshake
