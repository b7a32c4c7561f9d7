// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/cross_check.h"
#include "app/session/session_types.h"

#include <vector>

namespace handshake {

// What becomes of a session when something is taken or returned: no storage, no clock.

/// Whom a piece of evidence is kept under: the owner its step says, so that one ID pair serves the
/// same person twice. NotFound when this filing asks for no such thing.
[[nodiscard]] Result<Owner> keepingOwner(const Session& session, EvidenceRole role,
                                         const Owner& owner);

/// The next number among papers that are added to each other (approvals, letters, others); 1 for
/// everything a step asks for, which is replaced.
[[nodiscard]] int nextOrdinal(const Session& session, EvidenceRole role, const Owner& owner);

/// Puts `evidence` last, in place of earlier evidence of the same step. What a reviewer returned is
/// settled by it, and overrides of the old picture are forgotten; `before` are the comparisons as
/// they were with the old one.
void putEvidence(Session& session, const Evidence& evidence, const std::vector<CrossCheck>& before);

/// Puts `chip` in place of an earlier reading of the same card; overrides that rested on that one
/// are forgotten.
void putChip(Session& session, const ChipWitness& chip, const std::vector<CrossCheck>& before);

/// What a return names, under the keys it is kept by: evidence that can be taken again, or a field
/// of the filing. InvalidInput for anything else.
[[nodiscard]] Result<std::vector<ReturnItem>> returnable(const Session& session,
                                                         std::vector<ReturnItem> items);

} // namespace handshake
