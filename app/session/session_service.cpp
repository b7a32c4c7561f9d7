// SPDX-License-Identifier: Apache-2.0
#include "app/session/session_service.h"

#include "app/archive/archive.h"
#include "app/core/id_source.h"
#include "app/core/json.h"
#include "app/filing/province_rules.h"
#include "app/imaging/picture_decoder.h"
#include "app/reading/id_chip_text.h"
#include "app/session/evidence_assessor.h"
#include "app/session/reuse_check.h"
#include "app/session/session_changes.h"
#include "app/session/session_json.h"
#include "app/session/session_loader.h"
#include "app/session/steps.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Error frozen(const SessionId& id)
{
    return Error{ErrorCode::Conflict, u"the session is approved and frozen"_s, id.text()};
}

} // namespace

SessionService::SessionService(Config config, Rules rules, Parts parts)
    : m_config(std::move(config))
    , m_rules(rules)
    , m_parts(parts)
{
}

QDate SessionService::today() const
{
    return inBeijing(m_parts.clock.now().wall).date();
}

SessionRecord SessionService::recordOf(const Session& session) const
{
    return SessionRecord{.id = session.id,
                         .orderId = session.filing.orderId.text(),
                         .revision = session.revision,
                         .state = sessionStateName(session.state),
                         .content = canonicalJson(sessionToJson(session)),
                         .createdAt = session.createdAt,
                         .changedAt = m_parts.clock.now().wall};
}

Result<Session> SessionService::begin(const Filing& order, const OperatorId& operatorId,
                                      const std::optional<Consent>& consent)
{
    if (order.websites.empty())
        return Error{ErrorCode::InvalidInput, u"the order has no website"_s, u"websites"_s};
    Session session{.id = m_parts.ids.nextSession(), .filing = order, .capturedBy = operatorId};
    session.counter = m_config.counter;
    session.provider = m_config.provider;
    session.consent = consent;
    session.backdropId = m_parts.assessor.backdropId();
    session.revision = 1;
    session.dataRevision = 1;
    session.createdAt = m_parts.clock.now().wall;
    const Result<void> created = m_parts.archive.createSession(
        recordOf(session), {u"session-begun"_s, session.id.text(), operatorId});
    if (!created)
        return created.error();
    return session;
}

Result<Session> SessionService::load(const SessionId& id)
{
    return loadSession(m_parts.archive, id);
}

Result<std::vector<SessionSummary>> SessionService::list()
{
    return listSessions(m_parts.archive);
}

Result<Session> SessionService::resume(const SessionId& id)
{
    Result<Session> session = load(id);
    if (!session || session->isFrozen())
        return session;
    const std::vector<Evidence> items = session->evidence;
    for (const Evidence& item : items) {
        if (item.assessed)
            continue;
        const Result<QByteArray> bytes = master(item);
        if (!bytes)
            return bytes.error();
        const Result<Picture> picture = m_parts.decoder.decode(*bytes, item.provenance);
        session = assessItem(*session, item.id, picture ? picture->image : QImage(), std::nullopt,
                             session->capturedBy);
        if (!session)
            return session;
    }
    return session;
}

Result<Session> SessionService::keepItem(Session session, const Evidence& evidence,
                                         const QByteArray& bytes, const OperatorId& operatorId)
{
    const qint64 expected = session.revision;
    ++session.revision;
    const EvidenceRecord record{.id = evidence.id,
                                .session = session.id,
                                .role = evidenceRoleName(evidence.role),
                                .owner = evidence.owner.text(),
                                .ordinal = evidence.ordinal,
                                .blob = evidence.blob,
                                .masterDigest = evidence.masterDigest,
                                .mediaType = evidence.mediaType,
                                .bytes = evidence.bytes,
                                .details = canonicalJson(evidenceDetailsToJson(evidence))};
    putEvidence(session, evidence, crossChecksOf(session));
    session.state = stateFollowing(session, verdictOf(session));
    const Result<EvidenceRecord> kept =
        m_parts.archive.addEvidence(record, bytes, recordOf(session), expected,
                                    {u"evidence-kept"_s, evidence.id.text(), operatorId});
    if (!kept)
        return kept.error();
    session.evidence.back().blob = kept->blob;
    if (onSaved)
        onSaved({session.id, evidence.id, evidence.role, evidence.owner, evidence.masterDigest});
    return session;
}

Result<Session> SessionService::addPicture(const SessionId& id, EvidenceRole role,
                                           const Owner& owner, const Picture& picture,
                                           const OperatorId& operatorId)
{
    return addAndAssess(id, role, owner, picture, std::nullopt, operatorId);
}

Result<Session> SessionService::addBurst(const SessionId& id, const Owner& owner,
                                         const std::vector<QImage>& burst,
                                         const std::function<Picture(std::size_t)>& keep,
                                         const OperatorId& operatorId)
{
    if (burst.empty())
        return Error{ErrorCode::InvalidInput, u"an empty burst"_s, id.text()};
    const BurstFinding finding = m_parts.assessor.choose(burst);
    return addAndAssess(id, EvidenceRole::Photo, owner,
                        keep(std::min(finding.best, burst.size() - 1)), finding.replay, operatorId);
}

Result<Session> SessionService::addAndAssess(const SessionId& id, EvidenceRole role,
                                             const Owner& owner, const Picture& picture,
                                             const std::optional<CheckValue>& replay,
                                             const OperatorId& operatorId)
{
    Result<Session> session = load(id);
    if (!session)
        return session;
    if (session->isFrozen())
        return frozen(id);
    const Result<Owner> keeper = keepingOwner(*session, role, owner);
    if (!keeper)
        return keeper.error();
    // The blob's name is known only once it is sealed; the archive puts it in.
    const Sha256 digest = Sha256::of(picture.master);
    Evidence evidence{.id = m_parts.ids.nextItem(),
                      .role = role,
                      .owner = *keeper,
                      .ordinal = nextOrdinal(*session, role, *keeper),
                      .blob = *BlobId::parse(digest.hex()),
                      .masterDigest = digest,
                      .mediaType = picture.mediaType,
                      .bytes = picture.master.size(),
                      .pixels = picture.image.size(),
                      .provenance = picture.provenance,
                      .capturedBy = operatorId};
    if (!evidence.provenance.takenAt)
        evidence.provenance.takenAt = m_parts.clock.now();
    Result<Session> kept = keepItem(*session, evidence, picture.master, operatorId);
    if (!kept)
        return kept;
    return assessItem(*kept, evidence.id, picture.image, replay, operatorId);
}

Result<Session> SessionService::assessItem(Session session, const ItemId& itemId,
                                           const QImage& image,
                                           const std::optional<CheckValue>& replay,
                                           const OperatorId& operatorId)
{
    const auto item =
        std::find_if(session.evidence.begin(), session.evidence.end(),
                     [&](const Evidence& candidate) { return candidate.id == itemId; });
    if (item == session.evidence.end())
        return Error{ErrorCode::NotFound, u"no such evidence"_s, itemId.text()};
    m_parts.assessor.assess(*item, image, session);
    for (CheckValue& check : item->checks) {
        if (replay && check.id == replay->id)
            check = *replay;
    }
    QByteArray fingerprint;
    if (item->role == EvidenceRole::Photo) {
        if (const auto print = PhotoFingerprint::of(image)) {
            const auto others = m_parts.archive.fingerprintsOutside(session.id);
            if (!others)
                return others.error();
            fingerprint = print->bytes();
            if (const auto reused = reuseCheck(PhotoFingerprint::around(image), *others))
                item->checks.push_back(*reused);
        }
    }
    const QByteArray details = canonicalJson(evidenceDetailsToJson(*item));
    const qint64 expected = session.revision;
    ++session.revision;
    session.state = stateFollowing(session, verdictOf(session));
    const Result<void> stored = m_parts.archive.updateEvidenceDetails(
        itemId, details, recordOf(session), expected,
        {u"evidence-assessed"_s, itemId.text(), operatorId}, fingerprint);
    if (!stored)
        return stored.error();
    return session;
}

Result<Session> SessionService::keepPrintedForm(const SessionId& id, const Owner& owner,
                                                const QByteArray& pdf, const OperatorId& operatorId)
{
    Result<Session> session = load(id);
    if (!session)
        return session;
    if (session->isFrozen())
        return frozen(id);
    if (!owner.website || !session->filing.website(*owner.website))
        return Error{ErrorCode::NotFound, u"a form belongs to a website"_s, owner.text()};
    const Sha256 digest = Sha256::of(pdf);
    Evidence evidence{.id = m_parts.ids.nextItem(),
                      .role = EvidenceRole::PrintedForm,
                      .owner = owner,
                      .blob = *BlobId::parse(digest.hex()),
                      .masterDigest = digest,
                      .mediaType = u"application/pdf"_s,
                      .bytes = pdf.size(),
                      .capturedBy = operatorId,
                      .assessed = true};
    evidence.provenance.takenAt = m_parts.clock.now();
    session->formDataRevision = session->dataRevision;
    return keepItem(*session, evidence, pdf, operatorId);
}

Result<Session> SessionService::store(Session session, const AuditEvent& event)
{
    const qint64 expected = session.revision;
    ++session.revision;
    if (!session.isFrozen())
        session.state = stateFollowing(session, verdictOf(session));
    const Result<void> stored = m_parts.archive.updateSession(recordOf(session), expected, event);
    if (!stored)
        return stored.error();
    return session;
}

Result<Session> SessionService::recordChip(const SessionId& id, const Owner& owner,
                                           QByteArrayView block, const QString& reader,
                                           const OperatorId& operatorId)
{
    const auto chip = parseIdChipText(block);
    if (!chip)
        return Error{ErrorCode::Unreadable, u"chip-unreadable"_s};
    Result<Session> session = load(id);
    if (!session)
        return session;
    if (session->isFrozen())
        return frozen(id);
    const Result<Owner> keeper = keepingOwner(*session, EvidenceRole::IdPortrait, owner);
    if (!keeper)
        return keeper.error();
    ChipWitness witness{*keeper, {}, reader, m_parts.clock.now().wall, operatorId};
    for (const QString& key : {u"name"_s, u"sex"_s, u"birth"_s, u"number"_s, u"validTo"_s})
        witness.fields[key] = chip->fields.at(key);
    putChip(*session, witness, crossChecksOf(*session));
    return store(*session, {u"chip-read"_s, id.text(), operatorId});
}

Result<Session> SessionService::recordConsent(const SessionId& id, const Consent& consent,
                                              const OperatorId& operatorId)
{
    Result<Session> session = load(id);
    if (!session)
        return session;
    if (session->isFrozen())
        return frozen(id);
    session->consent = consent;
    return store(*session, {u"consent-recorded"_s, id.text(), operatorId});
}

Result<Session> SessionService::overrideCheck(const SessionId& id, const QString& key,
                                              const QString& reason, const OperatorId& operatorId,
                                              Role role)
{
    Result<Session> session = load(id);
    if (!session)
        return session;
    if (session->isFrozen())
        return frozen(id);
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, u"an override needs a reason"_s, key};
    const Verdict current = verdictOf(*session);
    const auto open = std::find_if(current.open.begin(), current.open.end(),
                                   [&](const OpenItem& item) { return item.key == key; });
    if (open == current.open.end())
        return Error{ErrorCode::NotFound, u"nothing of that key is open"_s, key};
    if (!mayDecide(role, open->overridableBy))
        return Error{ErrorCode::Denied, u"the rules do not let this role override it"_s, key};
    session->overrides.push_back(
        {key, operatorId, role, reason, m_parts.clock.now().wall, open->result});
    return store(*session, {u"check-overridden"_s, id.text(), operatorId});
}

CrossCheckRules SessionService::crossCheckRulesFor(const Session& session) const
{
    CrossCheckRules rules;
    if (const ProvinceRule* province = m_rules.provinces.rule(session.filing.province))
        rules.personMustBeRepresentative = province->representative == RepresentativeRule::Required;
    return rules;
}

std::vector<CrossCheck> SessionService::crossChecksOf(const Session& session) const
{
    return crossChecks(session, today(), crossCheckRulesFor(session));
}

std::vector<CrossCheck> SessionService::crossChecksOfApproval(const Session& session) const
{
    const QDate day = session.approval ? inBeijing(session.approval->time).date() : today();
    return crossChecks(session, day, crossCheckRulesFor(session));
}

Verdict SessionService::verdictOf(const Session& session) const
{
    const std::vector<Finding> findings =
        preflight(session.filing, {today(), m_rules.codes, m_rules.provinces, m_rules.knowledge});
    return handshake::verdictOf(session, m_rules.verdict, crossChecksOf(session), findings);
}

Result<Verdict> SessionService::verdict(const SessionId& id)
{
    const Result<Session> session = load(id);
    if (!session)
        return session.error();
    return verdictOf(*session);
}

Result<Session> SessionService::approvalDraft(const SessionId& id, const OperatorId& reviewer)
{
    Result<Session> session = load(id);
    if (!session)
        return session;
    // Judged anew: the stored state is as old as the last change, and papers expire meanwhile.
    if (session->isFrozen() ||
        stateFollowing(*session, verdictOf(*session)) != SessionState::AwaitingReview)
        return Error{ErrorCode::Conflict, u"only a complete session can be approved"_s, id.text()};
    if (m_config.reviewerIsNotCapturer && session->isCapturer(reviewer))
        return Error{ErrorCode::Denied, u"the reviewer captured this session"_s, id.text()};
    const Result<AuditCheckpoint> checkpoint = m_parts.archive.checkpoint();
    if (!checkpoint)
        return checkpoint.error();
    const Instant now = m_parts.clock.now();
    ++session->revision;
    session->approval =
        ApprovalFacts{reviewer, session->revision, now.wall, now.monotonic.count(), *checkpoint};
    session->state = SessionState::Approved;
    return session;
}

Result<Session> SessionService::commitApproval(const Session& draft, const DossierRecord& dossier,
                                               const QByteArray& zip)
{
    if (!draft.approval)
        return Error{ErrorCode::Internal, u"not an approval draft"_s};
    Session session = draft;
    session.dossier = dossier.id;
    const Result<void> stored = m_parts.archive.addDossier(
        dossier, zip, recordOf(session), session.revision - 1,
        {u"session-approved"_s, session.id.text(), session.approval->reviewer});
    if (!stored)
        return stored.error();
    return session;
}

Result<Session> SessionService::returnItems(const SessionId& id,
                                            const std::vector<ReturnItem>& items,
                                            const OperatorId& reviewer)
{
    Result<Session> session = load(id);
    if (!session)
        return session;
    if (items.empty())
        return Error{ErrorCode::InvalidInput, u"a return names at least one item"_s, id.text()};
    const auto targets = returnable(*session, items);
    if (!targets)
        return targets.error();
    session->returnItems = *targets;
    if (session->isFrozen())
        session->reopenAfterDossier();
    session->state = SessionState::Returned;
    return store(*session, {u"session-returned"_s, id.text(), reviewer});
}

Result<QByteArray> SessionService::master(const Evidence& evidence)
{
    return m_parts.archive.blob(evidence.blob);
}

} // namespace handshake
