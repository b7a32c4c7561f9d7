// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/dossier/form_template.h"
#include "app/dossier/verification_form.h"

namespace handshake {

struct Website;

/// Everything a form template may ask for, from the session and one of its websites.
[[nodiscard]] FormValues formValues(const Session& session, const Website& site,
                                    const FormContext& context);

} // namespace handshake
