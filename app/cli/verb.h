// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/exit_code.h"
#include "app/core/result.h"

#include <QString>
#include <QStringList>

#include <functional>
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
};

[[nodiscard]] std::vector<Verb> checkVerbs();
[[nodiscard]] std::vector<Verb> backdropVerbs();
[[nodiscard]] std::vector<Verb> sessionVerbs();
[[nodiscard]] std::vector<Verb> dossierVerbs();
[[nodiscard]] std::vector<Verb> deliveryVerbs();
[[nodiscard]] std::vector<Verb> demoVerbs();
[[nodiscard]] std::vector<Verb> settingsVerbs();

/// Every verb, in the order of the help.
[[nodiscard]] std::vector<Verb> allVerbs();

} // namespace handshake
