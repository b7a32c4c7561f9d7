// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/form_printing.h"

#include "app/dossier/verification_form.h"
#include "app/session/session_service.h"

namespace handshake {

Result<PrintedForm> printVerificationForm(SessionService& sessions, const Session& session,
                                          const WebsiteId& site, const QString& templatesFolder,
                                          const OperatorId& operatorId)
{
    const Result<QByteArray> pdf = makeVerificationForm(
        session, site, {templatesFolder, sessions.codes(), sessions.verdictOf(session).open});
    if (!pdf)
        return pdf.error();
    const Result<Session> kept =
        sessions.keepPrintedForm(session.id, Owner{site}, *pdf, operatorId);
    if (!kept)
        return kept.error();
    return PrintedForm{*kept, *pdf};
}

} // namespace handshake
