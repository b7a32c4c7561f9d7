// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/archive/result_keeper.h"
#include "app/core/result.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace handshake {

class Clock;
class Sealer;

/// Keeps everything the counter may not lose: sessions, their evidence, dossiers, uploads,
/// receipts, orders, and the audit chain.
///
/// Bound to the thread that opened it; every call blocks until the disk has confirmed (about 15 ms
/// for a picture). An action is one transaction: its rows and its audit entry, or nothing. When it
/// returns without an error, a power cut no longer takes it away; with an error, nothing was
/// confirmed and the bytes are still the caller's.
///
/// Codes in common: Storage, StorageFull (not written), Corrupt (what is stored is not what was
/// written), NotFound, InvalidInput.
class Archive final
{
public:
    struct Config {
        QString folder;           ///< the counter's store; made if absent
        QString migrationsFolder; ///< data/migrations
    };

    /// Busy when another process owns the store; Configuration on a network share or FAT, and when
    /// a newer program wrote it. `sealer` and `clock` outlive the archive. Needs a
    /// QCoreApplication.
    static Result<std::unique_ptr<Archive>> open(const Config& config, Sealer& sealer,
                                                 const Clock& clock);
    ~Archive();
    Q_DISABLE_COPY_MOVE(Archive)

    /// AlreadyExists when the identifier is taken.
    Result<void> createSession(const SessionRecord& session, const AuditEvent& event);
    /// Conflict when the stored revision is not `expectedRevision`, here and below.
    Result<void> updateSession(const SessionRecord& session, qint64 expectedRevision,
                               const AuditEvent& event);
    [[nodiscard]] Result<SessionRecord> session(const SessionId& id);
    /// Last changed first. A damaged session is left out and stands in damages().
    [[nodiscard]] Result<std::vector<SessionRecord>> sessions();

    /// Keeps `master` and its record; an earlier item of the same session, role, owner and ordinal
    /// becomes superseded. Returns the record with its blob.
    Result<EvidenceRecord> addEvidence(EvidenceRecord evidence, const QByteArray& master,
                                       const SessionRecord& sessionAfter, qint64 expectedRevision,
                                       const AuditEvent& event);
    /// `fingerprint`, when there is one, is kept beside; it stays when the item is superseded.
    Result<void> updateEvidenceDetails(const ItemId& item, const QByteArray& details,
                                       const SessionRecord& sessionAfter, qint64 expectedRevision,
                                       const AuditEvent& event, const QByteArray& fingerprint = {});
    /// Of the photos of all other sessions. A damaged one is left out and stands in damages().
    [[nodiscard]] Result<std::vector<FingerprintRecord>> fingerprintsOutside(const SessionId& id);
    /// What is not superseded and not quarantined, in the order of capture.
    [[nodiscard]] Result<std::vector<EvidenceRecord>> evidence(const SessionId& session);
    /// The plain bytes, verified.
    [[nodiscard]] Result<QByteArray> blob(const BlobId& id);

    /// Keeps a dossier and its transfer, which is Waiting.
    Result<void> addDossier(DossierRecord dossier, const QByteArray& zip,
                            const SessionRecord& sessionAfter, qint64 expectedRevision,
                            const AuditEvent& event);
    [[nodiscard]] Result<DossierRecord> dossier(const DossierId& id);
    [[nodiscard]] Result<std::vector<DossierRecord>> dossiersOf(const SessionId& session);

    [[nodiscard]] Result<std::vector<TransferRecord>> transfers(); ///< oldest dossier first
    [[nodiscard]] Result<TransferRecord> transfer(const DossierId& dossier);
    /// Conflict when the dossier is receipted already: that is not taken back.
    Result<void> saveTransfer(const TransferRecord& transfer, const AuditEvent* event = nullptr);

    /// The receipt, its transfer as Receipted, and the session as "sent" if this is its current
    /// dossier: one transaction. The same receipt again changes nothing; another is a Conflict.
    Result<void> storeReceipt(const ReceiptRecord& receipt, const AuditEvent& event);
    [[nodiscard]] Result<std::optional<ReceiptRecord>> receipt(const DossierId& dossier);

    /// A page of results with how far it goes (none: the page is not to be passed), their sessions
    /// as `follow` lets them follow, an audit entry for each that is new: one transaction. A result
    /// that is here already changes nothing; one of a dossier not in this store is kept aside. A
    /// session that has a newer dossier does not follow.
    Result<std::vector<KeptResult>> storeResults(const std::vector<ResultRecord>& results,
                                                 const std::optional<ResultCursor>& cursor,
                                                 const FollowResult& follow, const OperatorId& who);
    /// In the order of their coming. A damaged one is left out and stands in damages().
    [[nodiscard]] Result<std::vector<ResultRecord>> resultsOf(const DossierId& dossier);
    [[nodiscard]] Result<std::optional<ResultCursor>> resultCursor();

    /// Replaces orders of the same identifier.
    Result<void> storeOrders(const std::vector<OrderRecord>& orders);
    [[nodiscard]] Result<std::vector<OrderRecord>> orders(const QString& date);

    /// Keeps that a day was closed, with its reason.
    Result<void> addDayClosing(DayClosing closing, const AuditEvent& event);
    /// Of a day, in their order. A damaged one is left out and stands in damages().
    [[nodiscard]] Result<std::vector<DayClosing>> dayClosings(const QDate& day);

    [[nodiscard]] Result<AuditCheckpoint> checkpoint();
    Result<void> appendAudit(const AuditEvent& event);
    [[nodiscard]] Result<std::vector<AuditEntry>> audit(qint64 fromSequence, int limit);

    /// Looks at everything: database file, audit chain, every row, every blob.
    [[nodiscard]] Result<VerifyReport> verify();
    /// Bytes that still fit on the store's disk: to be asked before the camera opens.
    [[nodiscard]] Result<qint64> freeBytes() const;
    /// What was found at opening and since; the red banner.
    [[nodiscard]] const std::vector<Damage>& damages() const noexcept;

private:
    struct Private;
    explicit Archive(std::unique_ptr<Private> parts);

    std::unique_ptr<Private> d;
};

} // namespace handshake
