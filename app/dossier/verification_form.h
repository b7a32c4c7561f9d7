// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/filing/filing_ids.h"
#include "app/session/verdict.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace handshake {

class CodeTables;
struct Session;

/// What the form needs beside the session.
struct FormContext {
    QString templatesFolder;      ///< data/forms; the filing's province chooses the template in it
    const CodeTables& codes;      ///< outlives the call
    std::vector<OpenItem> open{}; ///< of the verdict: a field with something open is not ticked
};

/// The verification form (网站备案信息真实性核验单) of one website as a PDF for A4: ticks from the
/// session (what is not settled stays blank, for the verifier's pen), places for signatures and
/// seals, code and text to match the returning scan by. Official text is Chinese only.
///
/// Needs a QGuiApplication (fonts). Its bytes differ from run to run: print once and keep it.
/// NotFound for a website the filing does not have, Configuration for a template or font missing.
[[nodiscard]] Result<QByteArray> makeVerificationForm(const Session& session, WebsiteId site,
                                                      const FormContext& context);

} // namespace handshake
