// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/cross_check.h"
#include "app/session/session_types.h"

#include <QJsonObject>

#include <map>
#include <vector>

namespace handshake {

/// checks.json of a dossier: every check of every piece of evidence with figure and threshold, the
/// fields read, the cross-checks, the overrides with who and why, and what the renditions lost.
/// `renditions` maps a path in the dossier to the checks of that rendition.
[[nodiscard]] QJsonObject
checksToDossierJson(const Session& session, const std::vector<CrossCheck>& crossChecks,
                    const std::map<QString, std::vector<CheckValue>>& renditions);

} // namespace handshake
