// SPDX-License-Identifier: Apache-2.0
#include "app/session/provider_result.h"

#include "app/core/json.h"
#include "app/session/session_changes.h"
#include "app/session/session_json.h"
#include "app/session/session_types.h"

namespace handshake {

namespace {

/// Under the keys evidence is kept by, where the session knows them. What it does not know stays as
/// the provider wrote it: staff read it, and a reviewer puts it into the counter's own terms.
std::vector<ReturnItem> itemsOf(const ResultRecord& result, const Session& session)
{
    std::vector<ReturnItem> items;
    for (const ResultItem& item : result.items) {
        const ReturnItem wanted{item.target, item.code, item.reason, item.advice};
        const auto known = returnable(session, {wanted});
        items.push_back(known ? known->front() : wanted);
    }
    return items;
}

} // namespace

Result<std::optional<SessionRecord>> sessionAfterResult(const SessionRecord& record,
                                                        const ResultRecord& result)
{
    auto session = sessionFromRecord(record);
    if (!session)
        return session.error();
    const auto state = parseSessionState(result.status);
    if (!state)
        return state.error();
    if (!session->isFrozen())
        return std::optional<SessionRecord>();
    session->state = *state;
    if (*state == SessionState::Returned) {
        session->returnItems = itemsOf(result, *session);
        session->reopenAfterDossier();
    }
    SessionRecord after = record;
    after.state = sessionStateName(session->state);
    after.content = canonicalJson(sessionToJson(*session));
    return std::optional(std::move(after));
}

} // namespace handshake
