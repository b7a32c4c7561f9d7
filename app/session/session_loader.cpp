// SPDX-License-Identifier: Apache-2.0
#include "app/session/session_loader.h"

#include "app/archive/archive.h"
#include "app/session/session_json.h"
#include "app/session/steps.h"

#include <algorithm>

namespace handshake {

namespace {

Result<SessionSummary> summaryOf(Archive& archive, const SessionRecord& record)
{
    const Result<Session> session = loadSession(archive, record.id);
    if (session) {
        const std::vector<Step> steps = stepsFor(session->filing);
        const auto missing = std::count_if(steps.begin(), steps.end(), [&](const Step& step) {
            return !session->find(step.role, step.owner);
        });
        return SessionSummary{session->id,
                              session->state,
                              session->filing.orderId,
                              session->filing.subject.name,
                              static_cast<int>(missing),
                              session->createdAt,
                              record.changedAt};
    }
    // One that is damaged must not hide the others.
    const auto order = OrderId::parse(record.orderId);
    const auto state = parseSessionState(record.state);
    if (session.error().code != ErrorCode::Corrupt || !order || !state)
        return session.error();
    SessionSummary summary{.id = record.id, .state = *state, .order = *order};
    summary.createdAt = record.createdAt;
    summary.changedAt = record.changedAt;
    summary.isDamaged = true;
    return summary;
}

} // namespace

Result<Session> loadSession(Archive& archive, const SessionId& id)
{
    const Result<SessionRecord> record = archive.session(id);
    if (!record)
        return record.error();
    Result<Session> session = sessionFromRecord(*record);
    if (!session)
        return session.error().at(id.text());
    const auto items = archive.evidence(id);
    if (!items)
        return items.error();
    for (const EvidenceRecord& item : *items) {
        const Result<Evidence> evidence = evidenceFromRecord(item);
        if (!evidence)
            return evidence.error().at(id.text());
        session->evidence.push_back(*evidence);
    }
    return session;
}

Result<std::vector<SessionSummary>> listSessions(Archive& archive)
{
    const auto records = archive.sessions();
    if (!records)
        return records.error();
    std::vector<SessionSummary> summaries;
    for (const SessionRecord& record : *records) {
        const Result<SessionSummary> summary = summaryOf(archive, record);
        if (!summary)
            return summary.error();
        summaries.push_back(*summary);
    }
    return summaries;
}

} // namespace handshake
