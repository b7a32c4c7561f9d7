// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/session/session_types.h"

namespace handshake {

class DossierBuilder;
class SessionService;

/// Approves a session: freezes it, builds its dossier and stores both in one transaction. When the
/// dossier cannot be built the session stays unapproved, with everything in it.
[[nodiscard]] Result<Session> approveSession(SessionService& sessions, DossierBuilder& builder,
                                             const SessionId& id, const OperatorId& reviewer);

} // namespace handshake
