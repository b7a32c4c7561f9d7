// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/role.h"
#include "app/core/strong_id.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <vector>

namespace handshake {

class Archive;

/// Where a session of the day stands on its way out. Later values include the earlier ones.
enum class DayStage : std::uint8_t { Captured, Reviewed, Sealed, Sent, Receipted };

[[nodiscard]] QString dayStageName(DayStage stage); ///< "captured", ...

/// One session that is not receipted yet: what it lacks, and whose turn it is.
struct DayDifference {
    SessionId session;
    DayStage reached = DayStage::Captured;
    QString state; ///< of the session, as stored; "damaged" when it cannot be read
    Role owner = Role::Operator;
    bool isCarried = false; ///< lies on a stick, its receipt is not here yet
};

/// The day's sum: captured = reviewed = sealed = sent = receipted, or every difference by name.
struct DayEnd {
    int captured = 0;
    int reviewed = 0;
    int sealed = 0;
    int sent = 0;
    int receipted = 0;
    std::vector<DayDifference> differences{};

    [[nodiscard]] bool isEven() const { return differences.empty(); }
};

/// Counts the sessions begun on `day` (Beijing time). One that cannot be read is a difference of
/// every day.
[[nodiscard]] Result<DayEnd> dayEnd(Archive& archive, const QDate& day);

/// Keeps that the day is closed, and why. Conflict while there are differences and no `reason`.
Result<DayEnd> closeDay(Archive& archive, const QDate& day, const QString& reason,
                        const OperatorId& operatorId);

} // namespace handshake
