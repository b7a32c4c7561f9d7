// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/clock.h"
#include "app/filing/preflight.h"
#include "app/session/session_types.h"
#include "app/session/verdict.h"

#include <functional>
#include <optional>
#include <vector>

namespace handshake {

class Archive;
class EvidenceAssessor;
class IdSource;
class PictureDecoder;

/// What was just stored for good: the screen or the command line may now say "saved".
struct SavedItem {
    SessionId session;
    ItemId item;
    EvidenceRole role;
    Owner owner;
    Sha256 masterDigest;
};

/// The verification session as a service: every verb is one act, stored before it answers. Blocking
/// and bound to the archive's thread; the window calls it through a SerialExecutor.
class SessionService final
{
public:
    struct Config {
        std::optional<CounterId> counter;
        QString provider;
        bool reviewerIsNotCapturer = false;
    };

    /// Data the judgement rests on; all outlive the service.
    struct Rules {
        const VerdictRules& verdict;
        const CodeTables& codes;
        const ProvinceRules& provinces;
        const LocalKnowledge& knowledge;
    };

    /// All outlive this object.
    struct Parts {
        Archive& archive;
        EvidenceAssessor& assessor;
        PictureDecoder& decoder;
        const Clock& clock;
        IdSource& ids;
    };

    SessionService(Config config, Rules rules, Parts parts);
    Q_DISABLE_COPY_MOVE(SessionService)

    /// Called after each commit of a captured item, before it is assessed.
    std::function<void(const SavedItem&)> onSaved;

    Result<Session> begin(const Filing& order, const OperatorId& operatorId,
                          const std::optional<Consent>& consent);
    /// Also finishes what a killed program had saved but not yet assessed.
    Result<Session> resume(const SessionId& id);
    Result<Session> load(const SessionId& id);
    Result<std::vector<SessionSummary>> list();

    /// Stores the untouched master, then looks at it and stores what was seen. Replaces (never
    /// deletes) earlier evidence of the same step. NotFound when the order asks for no such thing,
    /// Conflict when the session is frozen.
    Result<Session> addPicture(const SessionId& id, EvidenceRole role, const Owner& owner,
                               const Picture& picture, const OperatorId& operatorId);
    /// As addPicture() for the photo: the assessor chooses the picture to keep, `keep` makes it,
    /// and what the burst shows beyond it (replay) stands among its checks. The others are not
    /// kept.
    Result<Session> addBurst(const SessionId& id, const Owner& owner,
                             const std::vector<QImage>& burst,
                             const std::function<Picture(std::size_t)>& keep,
                             const OperatorId& operatorId);
    Result<Session> keepPrintedForm(const SessionId& id, const Owner& owner, const QByteArray& pdf,
                                    const OperatorId& operatorId);
    /// Keeps what the chip of somebody's card says, from the text block that a reader delivered.
    /// Unreadable when it is none, NotFound when the order asks for no card of that owner, Conflict
    /// when the session is frozen.
    Result<Session> recordChip(const SessionId& id, const Owner& owner, QByteArrayView block,
                               const QString& reader, const OperatorId& operatorId);
    Result<Session> recordConsent(const SessionId& id, const Consent& consent,
                                  const OperatorId& operatorId);
    /// Denied when the rules let nobody of `role` take responsibility for `key`.
    Result<Session> overrideCheck(const SessionId& id, const QString& key, const QString& reason,
                                  const OperatorId& operatorId, Role role);

    Result<Verdict> verdict(const SessionId& id);
    [[nodiscard]] Verdict verdictOf(const Session& session) const;
    [[nodiscard]] std::vector<CrossCheck> crossChecksOf(const Session& session) const;
    /// As they stood on the day of approval (today, while there is none): what the dossier carries.
    [[nodiscard]] std::vector<CrossCheck> crossChecksOfApproval(const Session& session) const;

    /// The session as approval would freeze it; nothing is stored yet. Conflict when it is not
    /// complete, Denied when the reviewer captured it and the policy forbids that.
    Result<Session> approvalDraft(const SessionId& id, const OperatorId& reviewer);
    /// Stores the approved session together with its dossier, in one transaction.
    Result<Session> commitApproval(const Session& draft, const DossierRecord& dossier,
                                   const QByteArray& zip);
    Result<Session> returnItems(const SessionId& id, const std::vector<ReturnItem>& items,
                                const OperatorId& reviewer);

    /// Names of the authority's codes, as the form prints them.
    [[nodiscard]] const CodeTables& codes() const { return m_rules.codes; }

    Result<QByteArray> master(const Evidence& evidence);

private:
    Result<Session> store(Session session, const AuditEvent& event);
    Result<Session> addAndAssess(const SessionId& id, EvidenceRole role, const Owner& owner,
                                 const Picture& picture, const std::optional<CheckValue>& replay,
                                 const OperatorId& operatorId);
    /// `replay`, when given, takes the place of the assessor's own.
    Result<Session> assessItem(Session session, const ItemId& item, const QImage& image,
                               const std::optional<CheckValue>& replay,
                               const OperatorId& operatorId);
    Result<Session> keepItem(Session session, const Evidence& evidence, const QByteArray& master,
                             const OperatorId& operatorId);
    [[nodiscard]] SessionRecord recordOf(const Session& session) const;
    [[nodiscard]] CrossCheckRules crossCheckRulesFor(const Session& session) const;
    [[nodiscard]] QDate today() const;

    Config m_config;
    Rules m_rules;
    Parts m_parts;
};

} // namespace handshake
