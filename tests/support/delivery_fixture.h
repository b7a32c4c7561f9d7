// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/archive_fixture.h"
#include "support/specimen_dossier.h"

namespace handshake::test {

/// Keeps `dossier` in the fixture's open archive, with a session of its own.
inline Result<void> keepDossier(ArchiveFixture& fixture, const StoredDossier& dossier)
{
    const QString session = dossier.record.session.text();
    SessionRecord record = fixture.session(session);
    if (auto made = fixture.archive->createSession(record, fixture.event("session-begun")); !made)
        return made;
    record.revision = 2;
    record.state = QStringLiteral("approved");
    DossierRecord kept = dossier.record;
    kept.revision = 2;
    return fixture.archive->addDossier(kept, dossier.content, record, 1,
                                       fixture.event("dossier-built"));
}

} // namespace handshake::test
