// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/code_table.h"
#include "app/filing/finding.h"

#include <QDate>
#include <QString>

#include <optional>

namespace handshake {

/// What can be said against the number of a certificate, in the authority's codes: 1015 for a
/// citizen number, 1008 for any other. `field` of the finding is left empty. Nothing for an empty
/// number, which is another finding.
[[nodiscard]] std::optional<Finding> certificateNumberProblem(NumberFormat format,
                                                              const QString& number);

/// The birth date in the number, when its format has one and it is valid.
[[nodiscard]] std::optional<QDate> birthDateIn(NumberFormat format, const QString& number);

} // namespace handshake
