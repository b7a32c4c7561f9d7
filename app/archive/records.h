// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/sha256.h"
#include "app/core/strong_id.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace handshake {

/// A session as the archive sees it: what it looks for stands beside content it does not read.
struct SessionRecord {
    SessionId id;
    QString orderId;
    qint64 revision = 0;   ///< rises with every change
    QString state;         ///< "capturing", ... (session/session_types.h)
    QByteArray content;    ///< canonical JSON
    QDateTime createdAt{}; ///< UTC, whole milliseconds
    QDateTime changedAt{}; ///< UTC, whole milliseconds
};

/// One picture or paper of a session. The bytes lie in the blob.
struct EvidenceRecord {
    ItemId id;
    SessionId session;
    QString role;
    QString owner; ///< "subject" or "site:1"
    int ordinal = 1;
    BlobId blob;         ///< put in by the archive: whoever adds evidence gives any
    Sha256 masterDigest; ///< of the untouched bytes
    QString mediaType;
    qint64 bytes = 0;        ///< of the untouched bytes
    QByteArray details{};    ///< canonical JSON: what was seen and read
    bool superseded = false; ///< another picture of the same role, owner and ordinal came later
};

/// What a photo looks like (vision/photo_fingerprint.h): the archive compares nothing.
struct FingerprintRecord {
    ItemId item;
    SessionId session;
    QByteArray bytes{};
};

/// What happened, for the audit chain. Codes and identifiers, never personal data.
struct AuditEvent {
    QString event;  ///< "evidence-kept", ...
    QString object; ///< identifier of what it happened to
    OperatorId operatorId;
};

/// One link of the audit chain.
struct AuditEntry {
    qint64 sequence = 0; ///< from 1, without gaps
    Sha256 previous;     ///< hash of the entry before; 64 zeros for the first
    Sha256 hash;         ///< over `previous` and every field below
    QDateTime wall;      ///< UTC, whole milliseconds
    qint64 monotonicNs = 0;
    OperatorId operatorId;
    QString event;
    QString object;
};

/// How far the audit chain had come: what a dossier carries away and a receipt brings back.
struct AuditCheckpoint {
    qint64 sequence = 0; ///< 0 for an empty chain
    Sha256 head;         ///< 64 zeros for an empty chain

    friend bool operator==(const AuditCheckpoint&, const AuditCheckpoint&) = default;
};

/// Where a dossier is on its way to the provider's server.
enum class TransferState : std::uint8_t { Waiting, Uploading, AwaitingReceipt, Receipted, Parked };

/// A frozen dossier. Its ZIP lies in the blob.
struct DossierRecord {
    DossierId id;
    SessionId session;
    qint64 revision = 0; ///< of the session, as shown in the dossier
    std::optional<DossierId> predecessor{};
    BlobId blob;      ///< put in by the archive: whoever adds a dossier gives any
    Sha256 sha256;    ///< of the ZIP
    qint64 bytes = 0; ///< of the ZIP
    QDateTime builtAt{};
};

/// The journal of one dossier's upload.
struct TransferRecord {
    DossierId dossier;
    TransferState state = TransferState::Waiting;
    QString uploadUrl{};
    qint64 offset = 0; ///< bytes the server confirmed
    int attempts = 0;
    QDateTime nextTry{}; ///< UTC; invalid: at once
    QString reason{};    ///< why it waits or is parked: a key, no personal data
};

/// The provider's signed word that a dossier is filed.
struct ReceiptRecord {
    DossierId dossier;
    QByteArray jws;
    QString filingNumber;
    QDateTime filedAt;
};

/// One thing the provider wants corrected.
struct ResultItem {
    QString target; ///< "photo@site:1", or a field path such as "subject.name"
    QString code;
    QString reason;
    QString advice{};

    friend bool operator==(const ResultItem&, const ResultItem&) = default;
};

/// The provider's signed word on what became of a dossier. A dossier may have several; the one that
/// came last holds.
struct ResultRecord {
    Sha256 identity; ///< of what was signed: the same word again is the same result
    DossierId dossier;
    QString status; ///< "accepted", "returned", "passed", "rejected"
    QString to{};   ///< "counter" or "applicant": who corrects; may be empty
    std::vector<ResultItem> items{};
    std::map<QString, QString> numbers{}; ///< record numbers given by the authority
    QByteArray jws{};
    QDateTime receivedAt{}; ///< put in by the archive
};

/// How far the results of one server were read.
struct ResultCursor {
    QString server;
    QString text;
};

/// A day that was closed. A day may be closed again; the last closing holds.
struct DayClosing {
    QDate day; ///< of Beijing time
    OperatorId operatorId;
    QString reason{};     ///< why it was closed with differences; empty when there were none
    QDateTime closedAt{}; ///< UTC; put in by the archive
};

/// What became of a result when it was kept.
struct KeptResult {
    ResultRecord result;
    bool isNew = false;                 ///< false: it was here already, and nothing changed
    std::optional<SessionId> session{}; ///< whose dossier it is; none: not of this store
    QString sessionState{};             ///< afterwards; empty when the session did not follow
};

/// An order of the provider, as fetched.
struct OrderRecord {
    OrderId id;
    QString date;       ///< ISO, the day it is due
    QByteArray content; ///< canonical JSON
};

/// Something in the store that is not what was once written. Nothing damaged is ever deleted.
struct Damage {
    enum class Kind : std::uint8_t {
        BlobMissing,  ///< a row names bytes that are not there
        BlobCorrupt,  ///< the bytes are not those that were written
        RowCorrupt,   ///< a row's content or what stands beside it was altered
        AuditBroken,  ///< the chain is cut or altered at this sequence number
        DatabaseFile, ///< SQLite finds its file inconsistent
    };
    Kind kind = Kind::DatabaseFile;
    QString object{}; ///< item, dossier, session or order id, or a sequence number
    std::optional<SessionId> session{}; ///< whose it is, where known

    friend bool operator==(const Damage&, const Damage&) = default;
};

/// What Archive::verify() looked at and found.
struct VerifyReport {
    qint64 auditEntries = 0;
    qint64 rows = 0;
    qint64 blobs = 0;
    qint64 blobBytes = 0;
    std::vector<Damage> damages{};

    [[nodiscard]] bool isSound() const { return damages.empty(); }
};

} // namespace handshake
