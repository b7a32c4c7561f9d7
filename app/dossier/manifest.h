// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <vector>

namespace handshake {

struct Session;

/// One file of a dossier as the manifest lists it.
struct ManifestFile {
    QString path;
    QString role; ///< of the contract: "photo", "id-joined", ...; of the four texts "manifest-data"
    int purpose = 0; ///< attachment use at the authority; 0: not uploaded there
    QString owner;   ///< "subject", "site:1"; empty for the texts
    QString mediaType;
    QSize size; ///< pixels; invalid for text and PDF
    qint64 bytes = 0;
    Sha256 sha256;
};

/// The manifest's bytes: canonical JSON. Conflict when the session has no ApprovalFacts.
[[nodiscard]] Result<QByteArray> writeManifest(const Session& session,
                                               std::vector<ManifestFile> files);

/// The files a manifest lists, in order. Unreadable when the bytes are not a manifest of format
/// "handshake-dossier/1"; Corrupt when they are, but not in canonical form or with impossible
/// content.
[[nodiscard]] Result<std::vector<ManifestFile>> readManifest(const QByteArray& manifest);

/// SHA-256 of the manifest's bytes: the dossier's identity.
[[nodiscard]] DossierId dossierIdOf(const QByteArray& manifest);

} // namespace handshake
