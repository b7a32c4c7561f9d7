// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"

#include <optional>

namespace handshake {

/// What the provider's result makes of the session whose dossier it speaks of: its new state, and
/// for a return the items to correct and the dossier the correction succeeds. None when the session
/// is being worked on again already: a late word does not take that away. Corrupt when the session
/// cannot be read.
[[nodiscard]] Result<std::optional<SessionRecord>> sessionAfterResult(const SessionRecord& session,
                                                                      const ResultRecord& result);

} // namespace handshake
