// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/approval.h"

#include "app/dossier/dossier_builder.h"
#include "app/session/session_service.h"

namespace handshake {

Result<Session> approveSession(SessionService& sessions, DossierBuilder& builder,
                               const SessionId& id, const OperatorId& reviewer)
{
    Result<Session> draft = sessions.approvalDraft(id, reviewer);
    if (!draft)
        return draft;
    const Result<BuiltDossier> built =
        builder.build(*draft, sessions.crossChecksOfApproval(*draft));
    if (!built)
        return built.error();
    const BlobId placeholder = *BlobId::parse(built->sha256.hex()); // named when it is sealed
    return sessions.commitApproval(*draft,
                                   DossierRecord{.id = built->id,
                                                 .session = id,
                                                 .revision = draft->revision,
                                                 .predecessor = draft->predecessor,
                                                 .blob = placeholder,
                                                 .sha256 = built->sha256,
                                                 .bytes = built->zip.size(),
                                                 .builtAt = draft->approval->time},
                                   built->zip);
}

} // namespace handshake
