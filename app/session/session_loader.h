// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/session_types.h"

#include <vector>

namespace handshake {

class Archive;

/// A session with its evidence, as the archive keeps it.
[[nodiscard]] Result<Session> loadSession(Archive& archive, const SessionId& id);

/// All sessions, the last changed first. One whose content cannot be read is listed as damaged and
/// does not hide the others.
[[nodiscard]] Result<std::vector<SessionSummary>> listSessions(Archive& archive);

} // namespace handshake
