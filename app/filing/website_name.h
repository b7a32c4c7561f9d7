// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/filing.h"
#include "app/filing/finding.h"

#include <QString>

#include <vector>

namespace handshake {

/// What can be said against one name of a website: which message, how grave.
struct NameProblem {
    QString messageKey{};
    Severity severity = Severity::Error;
};

/// The naming rules: three characters, not only digits or Latin letters, no domain, no special
/// characters, no state-like beginning for who is not the state; an individual's name not like a
/// company's, a person's or a place's. `subject` is whose website it is.
[[nodiscard]] std::vector<NameProblem> websiteNameProblems(const QString& name,
                                                           const Subject& subject);

} // namespace handshake
