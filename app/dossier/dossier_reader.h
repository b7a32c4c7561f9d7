// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace handshake {

/// One thing in which a dossier differs from what its manifest says of it. `what` is one of
/// "container" (the ZIP itself is damaged, or not as we write it), "manifest" (not canonical, or
/// saying what cannot be), "missing" (listed, not there), "unlisted" (there, not listed), "content"
/// (not the bytes listed), "name" (the file carries another dossier's name).
struct DossierDifference {
    QString path; ///< inside the dossier; empty for the ZIP as a whole
    QString what;

    friend bool operator==(const DossierDifference&, const DossierDifference&) = default;
};

struct DossierReport {
    std::optional<DossierId> id; ///< absent when the manifest could not be read
    std::vector<DossierDifference> differences;
    int files = 0; ///< entries read, manifest included
};

/// Finds every changed byte. Unreadable when this never was a dossier; a damaged one is a report
/// with differences. A file named `<64 hex digits>.zip` must carry its own id.
[[nodiscard]] Result<DossierReport> verifyDossier(const QString& path);
[[nodiscard]] Result<DossierReport> verifyDossierBytes(const QByteArray& zip);

/// Takes an undamaged dossier apart into `outputFolder`, which must not exist or be empty
/// (AlreadyExists). Returns the paths written, relative to it. Corrupt when verification finds a
/// difference: nothing is written then.
[[nodiscard]] Result<std::vector<QString>> openDossier(const QString& path,
                                                       const QString& outputFolder);

} // namespace handshake
