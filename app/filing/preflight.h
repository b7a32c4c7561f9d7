// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/filing.h"
#include "app/filing/finding.h"

#include <QDate>

#include <vector>

namespace handshake {

class CodeTables;
class LocalKnowledge;
class ProvinceRules;

/// What a pre-flight looks things up in; everything outlives the call.
struct PreflightContext {
    QDate today; ///< at the counter, Beijing time
    const CodeTables& codes;
    const ProvinceRules& provinces;
    const LocalKnowledge& local;
};

/// Everything that can be said against a filing before anybody comes to the counter, in the
/// authority's own codes, in the order of the model's fields. Pure; the same input gives the same
/// findings.
[[nodiscard]] std::vector<Finding> preflight(const Filing& filing, const PreflightContext& context);

} // namespace handshake
