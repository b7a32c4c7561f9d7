// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/session/session_types.h"

#include <QByteArray>
#include <QString>

namespace handshake {

class SessionService;

struct PrintedForm {
    Session session; ///< with the form kept in it
    QByteArray pdf;
};

/// Makes the verification form (核验单) of a website and keeps it in the session before anybody
/// sees it: a PDF's bytes differ from run to run, so what was printed is what the dossier carries.
[[nodiscard]] Result<PrintedForm>
printVerificationForm(SessionService& sessions, const Session& session, const WebsiteId& site,
                      const QString& templatesFolder, const OperatorId& operatorId);

} // namespace handshake
