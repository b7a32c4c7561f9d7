// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/session_types.h"

#include <vector>

namespace handshake {

/// One thing to capture in a session.
struct Step {
    EvidenceRole role = EvidenceRole::Other;
    Owner owner{};                ///< the evidence is kept under this owner
    std::vector<Owner> alsoFor{}; ///< further owners it serves: the same person, met again
    QString personName{};         ///< for screens; empty for papers of no person
    int count = 1;                ///< how many pictures; more than one of approvals only
};

/// What this filing asks for, in the order of the counter: papers first, because reading runs while
/// the person walks to the backdrop. One ID pair per distinct person, the licence for a unit,
/// the papers of its approvals, a photo and a signed form per website.
[[nodiscard]] std::vector<Step> stepsFor(const Filing& filing);

/// The step that a piece of evidence of this role and owner belongs to; NotFound when this filing
/// does not ask for it.
[[nodiscard]] Result<Step> stepOf(const Filing& filing, EvidenceRole role, const Owner& owner);

/// The evidence serving `owner`, also when it is kept under another owner of the same person.
[[nodiscard]] const Evidence* evidenceFor(const Session& session, EvidenceRole role,
                                          const Owner& owner);

/// The responsible person of an owner: the subject's (主体负责人) or the website's (网站负责人).
[[nodiscard]] const Person* personOf(const Filing& filing, const Owner& owner);

} // namespace handshake
