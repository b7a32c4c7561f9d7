// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/session_types.h"

#include <QDate>

#include <vector>

namespace handshake {

/// One line of the consistency matrix: what was filed held against what was read.
struct CrossCheck {
    QString id{};        ///< "cross/subject.name"
    QString field{};     ///< path into the filing
    QString expected{};  ///< as filed
    QString found{};     ///< as read, empty when it could not be read
    QString foundFrom{}; ///< key of the evidence: "licence@subject"
    CheckResult result = CheckResult::Unknown;
    QString advice{}; ///< key into app/workflow/error_text, empty when passed
};

/// Which province lets whom act, as far as the matrix needs it.
struct CrossCheckRules {
    int validityMarginDays = 90; ///< papers must hold at least so long (counter-process, 3 months)
    bool personMustBeRepresentative = false; ///< 主体负责人 = 法定代表人 in this province
};

/// Holds the filing against every paper read so far. A missing paper gives no line: that it is
/// missing is said by the steps. A paper that was read with doubt gives Warn ("compare by eye"),
/// never a silent pass and never a false accusation.
[[nodiscard]] std::vector<CrossCheck> crossChecks(const Session& session, const QDate& today,
                                                  const CrossCheckRules& rules = {});

} // namespace handshake
