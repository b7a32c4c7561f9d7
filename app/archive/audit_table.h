// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/database.h"
#include "app/archive/records.h"
#include "app/core/clock.h"
#include "app/core/result.h"

#include <optional>
#include <vector>

namespace handshake {

class Sealer;

/// The audit chain: each entry holds the hash of the one before, and a sealed head says how far it
/// has come. Entries are appended inside the transaction of what they tell of.
class AuditTable final
{
public:
    /// All outlive the table.
    AuditTable(Database& database, Sealer& sealer, const Clock& clock);

    /// Appends `event`; before it an entry of its own if the wall clock was set back
    /// ("clock-set-back") or ran ahead of the monotonic one ("clock-ahead": set forward, or the
    /// machine slept), with the difference in seconds as its object.
    Result<void> append(const AuditEvent& event);

    [[nodiscard]] Result<AuditCheckpoint> checkpoint();
    [[nodiscard]] Result<std::vector<AuditEntry>> entries(qint64 fromSequence, int limit);

    struct Findings {
        qint64 entries = 0;
        std::vector<qint64> broken{}; ///< sequence numbers where the chain does not hold
    };
    /// Walks the whole chain and compares its end with the sealed head.
    [[nodiscard]] Result<Findings> verify();

private:
    struct Last {
        AuditCheckpoint head;
        std::optional<QDateTime> wall;
    };
    [[nodiscard]] Result<Last> last();
    Result<AuditCheckpoint> insert(const AuditCheckpoint& previous, const AuditEvent& event,
                                   const Instant& now);
    Result<void> saveHead(const AuditCheckpoint& head);
    [[nodiscard]] Result<std::optional<AuditCheckpoint>> sealedHead();
    [[nodiscard]] std::optional<AuditEvent> clockEvent(const Last& last, const Instant& now,
                                                       const OperatorId& operatorId) const;

    Database& m_database;
    Sealer& m_sealer;
    const Clock& m_clock;
    std::optional<Instant> m_previous; ///< of this run: monotonic times compare within one only
};

} // namespace handshake
