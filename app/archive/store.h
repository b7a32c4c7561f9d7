// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/audit_table.h"
#include "app/archive/blob_store.h"
#include "app/archive/damage_table.h"
#include "app/archive/database.h"
#include "app/archive/day_closing_table.h"
#include "app/archive/dossier_table.h"
#include "app/archive/evidence_table.h"
#include "app/archive/fingerprint_table.h"
#include "app/archive/order_table.h"
#include "app/archive/process_lock.h"
#include "app/archive/records.h"
#include "app/archive/result_table.h"
#include "app/archive/session_table.h"
#include "app/archive/transfer_table.h"
#include "app/core/clock.h"
#include "app/core/result.h"
#include "app/vault/sealer.h"

#include <QSet>
#include <QString>

#include <memory>
#include <vector>

namespace handshake {

/// The opened store: lock, database with its tables, blobs, and what is known to be damaged.
class Store final
{
public:
    struct Folders {
        QString store;
        QString migrations;
    };

    /// As Archive::open(): volume, lock, database, migrations, then blobs against rows.
    static Result<std::unique_ptr<Store>> open(const Folders& folders, Sealer& sealer,
                                               const Clock& clock);
    Q_DISABLE_COPY_MOVE(Store)

    /// The plain bytes of a blob, verified. A loss is noted as damage of the rows that name it.
    [[nodiscard]] Result<QByteArray> openBlob(const BlobId& id);
    [[nodiscard]] bool isBlobMissing(const BlobId& id) const;
    Result<BlobId> putBlob(const QByteArray& plain);

    [[nodiscard]] const std::vector<Damage>& damages() const noexcept { return m_damages; }
    /// True for an item or dossier that is known to be damaged.
    [[nodiscard]] bool isQuarantined(const QString& object) const;
    /// Notes one more damage, unless it is known.
    void noteDamage(const Damage& damage);
    /// What is damaged is exactly `found`: news go into the audit chain.
    Result<void> settleDamages(std::vector<Damage> found);

    /// UTC, in whole milliseconds.
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] Database& database() noexcept { return *m_database; }
    [[nodiscard]] SessionTable& sessions() noexcept { return m_sessions; }
    [[nodiscard]] EvidenceTable& evidence() noexcept { return m_evidence; }
    [[nodiscard]] FingerprintTable& fingerprints() noexcept { return m_fingerprints; }
    [[nodiscard]] DossierTable& dossiers() noexcept { return m_dossiers; }
    [[nodiscard]] TransferTable& transfers() noexcept { return m_transfers; }
    [[nodiscard]] ResultTable& results() noexcept { return m_results; }
    [[nodiscard]] OrderTable& orders() noexcept { return m_orders; }
    [[nodiscard]] DayClosingTable& dayClosings() noexcept { return m_dayClosings; }
    [[nodiscard]] AuditTable& audit() noexcept { return m_audit; }

private:
    Store(std::unique_ptr<ProcessLock> lock, std::unique_ptr<Database> database, BlobStore blobs,
          Sealer& sealer, const Clock& clock);

    /// Rows without their blob become known damage; blobs without a row are removed.
    Result<void> reconcile();
    [[nodiscard]] Result<bool> isStillDamaged(const Damage& damage);
    [[nodiscard]] Result<bool> isBlobCorrupt(const QString& object);
    [[nodiscard]] Result<bool> isRowCorrupt(const QString& object);
    void sweepOrphans(const QSet<BlobId>& orphans);
    Result<void> writeDamages(const std::vector<Damage>& news, const std::vector<Damage>& gone);

    // In the order of their making: the lock is given back when everything else is closed.
    std::unique_ptr<ProcessLock> m_lock;
    std::unique_ptr<Database> m_database;
    Sealer& m_sealer;
    const Clock& m_clock;
    BlobStore m_blobs;
    SessionTable m_sessions;
    EvidenceTable m_evidence;
    FingerprintTable m_fingerprints;
    DossierTable m_dossiers;
    TransferTable m_transfers;
    ResultTable m_results;
    OrderTable m_orders;
    DayClosingTable m_dayClosings;
    AuditTable m_audit;
    DamageTable m_damageRows;
    std::vector<Damage> m_damages;
};

} // namespace handshake
