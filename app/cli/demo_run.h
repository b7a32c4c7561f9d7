// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/demo/demo_script.h"
#include "app/session/verdict.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace handshake {

class Output;
class Services;

/// Whether a store may take sessions of a demo: it is empty or holds nothing but such.
[[nodiscard]] Result<void> demandDemoStore(Services& services);

/// How one scripted session ended.
struct DemoOutcome {
    QStringList missing; ///< what the script expects and did not come, in keys and words of JSON

    [[nodiscard]] bool isAsExpected() const { return missing.isEmpty(); }
};

/// Runs one session of a script over the program's services, from the order to the dossier as far
/// as the script lets it, and says what happens. An Error is one the script does not expect. The
/// backdrop must have been chosen.
[[nodiscard]] Result<DemoOutcome> runDemoSession(const DemoScript& script, std::uint32_t number,
                                                 Services& services, Output& output);

/// What of the script's expectations `verdict` does not show.
[[nodiscard]] QStringList missingFindings(const DemoScript& script, const Verdict& verdict);

} // namespace handshake
