// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/check_value.h"
#include "app/core/result.h"
#include "app/core/role.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"
#include "app/filing/filing.h"
#include "app/imaging/picture.h"

#include <QDateTime>
#include <QPolygonF>
#include <QRect>
#include <QSize>
#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace handshake {

/// What a piece of evidence is; names as in the dossier (contract.md, roles).
enum class EvidenceRole : std::uint8_t {
    Photo,       ///< on-site photo against the backdrop (核验现场照片)
    IdPortrait,  ///< portrait side of the identity card (人像面)
    IdEmblem,    ///< emblem side of the identity card (国徽面)
    Licence,     ///< the unit's certificate, mostly the business licence (营业执照)
    PrintedForm, ///< the verification form as it left the printer (PDF)
    SignedForm,  ///< the scan of the signed, stamped form (核验单)
    Approval,    ///< pre-approval paper (前置审批)
    Letter,      ///< authorisation or commitment letter
    Other,
};

[[nodiscard]] QString evidenceRoleName(EvidenceRole role);
[[nodiscard]] Result<EvidenceRole> parseEvidenceRole(QStringView name);

/// Whom a piece of evidence belongs to: the subject (主体) or one of its websites.
struct Owner {
    std::optional<WebsiteId> website{};

    [[nodiscard]] QString text() const; ///< "subject" or "site:1"
    static Result<Owner> parse(QStringView text);

    friend bool operator==(const Owner&, const Owner&) = default;
};

/// What was read off a paper for one field.
struct EvidenceField {
    QString text{};
    double confidence = 0; ///< 0 to 1

    friend bool operator==(const EvidenceField&, const EvidenceField&) = default;
};

/// One captured picture or paper and all that was seen in it. The master lies untouched in the
/// archive under `blob`; pixels here are those of the upright master.
struct Evidence {
    ItemId id;
    EvidenceRole role = EvidenceRole::Other;
    Owner owner;
    int ordinal = 1;
    BlobId blob;
    Sha256 masterDigest; ///< of the untouched master's bytes
    QString mediaType;
    qint64 bytes = 0;
    QSize pixels{};
    Provenance provenance{};
    std::optional<OperatorId> capturedBy{}; ///< not known of what the first builds kept
    bool assessed = false;                  ///< false between "saved" and the end of the checks
    std::vector<CheckValue> checks{};       ///< empty while not assessed
    std::map<QString, EvidenceField> fields{};
    QPolygonF corners{};            ///< of the paper, TL TR BR BL; empty when none was found
    QRect face{};                   ///< of the photo; empty when none was found
    std::vector<QRect> textZones{}; ///< of the backdrop's lettering in the photo

    [[nodiscard]] CheckResult verdict() const; ///< the worst check; Unknown while not assessed
    [[nodiscard]] QString key() const;         ///< "photo@site:1"
};

/// A check that a person took responsibility for.
struct Override {
    QString key; ///< "photo@site:1/sharp" or "cross/subject.name"
    OperatorId who;
    Role role = Role::Operator;
    QString reason{};
    QDateTime when{}; ///< UTC
    /// What the check had come to: whoever passed over a doubt did not pass over a failure.
    CheckResult result = CheckResult::Unknown;

    friend bool operator==(const Override&, const Override&) = default;
};

/// The notice the applicant agreed to before the camera opened.
struct Consent {
    QString textHash{}; ///< SHA-256 of the text shown
    QString language{};
    QDateTime time{}; ///< UTC
};

/// What the chip of an identity card said: the third witness beside its print and check digit. No
/// more of it is kept than is compared.
struct ChipWitness {
    Owner owner;                         ///< as the card's portrait side is kept under
    std::map<QString, QString> fields{}; ///< name sex birth number validTo, as IdChipText
    QString reader{};                    ///< which device
    QDateTime time{};                    ///< UTC
    OperatorId who;

    [[nodiscard]] QString key() const; ///< "id-chip@subject"
};

/// One thing a reviewer or the authority wants corrected.
struct ReturnItem {
    QString target{}; ///< "photo@site:1" or a field path such as "subject.name"
    QString code{};   ///< reason code, empty when free text only
    QString reason{};
    QString advice{}; ///< what to do, in the words of who returned it; may be empty
};

/// What is frozen when a reviewer approves: everything in the dossier that would change from build
/// to build.
struct ApprovalFacts {
    OperatorId reviewer;
    qint64 revision = 0; ///< the session's revision that the dossier shows
    QDateTime time{};    ///< UTC
    qint64 monotonicNs = 0;
    AuditCheckpoint checkpoint;
};

enum class SessionState : std::uint8_t {
    Capturing,      ///< something required is missing or fails
    AwaitingForm,   ///< all seen and right; the signed form is missing
    AwaitingReview, ///< complete, not yet approved
    Returned,       ///< a reviewer or the provider's system wants something corrected
    Approved,       ///< frozen; its dossier is built and waits for delivery
    Sent,           ///< the provider's receipt is stored
    Accepted,       ///< the provider found it in order and takes it to the authority
    Passed,         ///< the authority gave its record numbers
    Rejected,       ///< it will not be filed: the provider's or the authority's last word
};

[[nodiscard]] QString sessionStateName(SessionState state); ///< "awaiting-form", ...
[[nodiscard]] Result<SessionState> parseSessionState(QStringView name);

/// One face-to-face verification (当面核验) from order to receipt: the aggregate that the archive
/// keeps, the checks judge and the dossier is made of.
struct Session {
    SessionId id;
    qint64 revision = 0; ///< rises with every stored change
    SessionState state = SessionState::Capturing;
    Filing filing;
    OperatorId capturedBy;
    std::optional<CounterId> counter{};
    QString provider{}; ///< the hosting provider's name, as on the form
    std::vector<Evidence> evidence{};
    std::vector<Override> overrides{};
    std::vector<ChipWitness> chips{}; ///< at most one of each card
    std::optional<Consent> consent{};
    std::optional<ApprovalFacts> approval{};
    std::vector<ReturnItem> returnItems{};
    std::optional<DossierId> predecessor{}; ///< the dossier this one corrects
    std::optional<DossierId> dossier{};     ///< built at approval
    QString backdropId{};                   ///< profile the photos were checked against
    qint64 dataRevision = 0;                ///< rises when filing data changes, not with pictures
    qint64 formDataRevision = 0;            ///< data revision the printed form shows
    QDateTime createdAt{};                  ///< UTC

    [[nodiscard]] const Evidence* find(EvidenceRole role, const Owner& owner) const;
    [[nodiscard]] const ChipWitness* chipOf(const Owner& owner) const;
    [[nodiscard]] bool isFrozen() const;
    /// Makes what comes next a correction: a new revision that names its predecessor.
    void reopenAfterDossier();
    /// Whether this person began the session or took anything that is in it.
    [[nodiscard]] bool isCapturer(const OperatorId& who) const;
};

/// What lists show of a session.
struct SessionSummary {
    SessionId id;
    SessionState state = SessionState::Capturing;
    OrderId order;
    QString subjectName{};
    int missing = 0; ///< required steps without evidence
    QDateTime createdAt{};
    QDateTime changedAt{};
    bool isDamaged = false; ///< its content cannot be read: only what stands beside it is shown
};

} // namespace handshake
