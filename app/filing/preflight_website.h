// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/filing.h"
#include "app/filing/preflight.h"
#include "app/filing/preflight_notes.h"

#include <QString>

namespace handshake {

/// The rules for one website, its person aside: name, home page, domains, services, languages,
/// approvals, accesses. `field` is its path.
void checkWebsite(const Website& site, const QString& field, const Subject& subject,
                  const PreflightContext& context, PreflightNotes& notes);

/// No domain and no address twice in one filing.
void checkWebsitesAgainstEachOther(const Filing& filing, PreflightNotes& notes);

} // namespace handshake
