// SPDX-License-Identifier: Apache-2.0
#include "app/archive/result_keeper.h"

#include "app/archive/store.h"

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

ResultKeeper::ResultKeeper(Store& store, const FollowResult& follow, OperatorId who, QDateTime now)
    : m_store(store)
    , m_follow(follow)
    , m_who(std::move(who))
    , m_now(std::move(now))
{
}

Result<KeptResult> ResultKeeper::keep(ResultRecord result)
{
    const auto earlier = m_store.results().find(result.identity);
    if (!earlier)
        return earlier.error();
    const auto dossier = m_store.dossiers().find(result.dossier);
    if (!dossier)
        return dossier.error();
    result.receivedAt = *earlier ? (*earlier)->receivedAt : m_now;
    KeptResult kept{.result = std::move(result), .isNew = !earlier->has_value()};
    if (*dossier)
        kept.session = (*dossier)->session;
    if (!kept.isNew)
        return kept;
    if (const auto inserted = m_store.results().insert(kept.result); !inserted)
        return inserted.error();
    if (*dossier) {
        if (const auto followed = follow(kept, **dossier); !followed)
            return followed.error();
    }
    const QString event = kept.session ? u"result-"_s + kept.result.status : u"result-unknown"_s;
    if (const auto noted = m_store.audit().append({event, kept.result.dossier.text(), m_who});
        !noted)
        return noted.error();
    return kept;
}

/// None when the result says nothing of the session as it is now.
Result<std::optional<SessionRecord>> ResultKeeper::sessionOf(const DossierRecord& dossier)
{
    const auto ofSession = m_store.dossiers().ofSession(dossier.session);
    if (!ofSession)
        return ofSession.error();
    if (ofSession->back() != dossier.id) // a newer dossier went, or goes, in its place
        return std::optional<SessionRecord>();
    auto session = m_store.sessions().find(dossier.session);
    // The provider's signed word is kept whatever became of the session's row.
    if (!session && session.error().code == ErrorCode::Corrupt)
        return std::optional<SessionRecord>();
    return session;
}

Result<void> ResultKeeper::follow(KeptResult& kept, const DossierRecord& dossier)
{
    const auto session = sessionOf(dossier);
    if (!session)
        return session.error();
    if (!*session)
        return {};
    const auto after = m_follow(**session, kept.result);
    if (!after && after.error().code == ErrorCode::Corrupt)
        return {};
    if (!after)
        return after.error();
    if (!*after)
        return {};
    SessionRecord changed = **after;
    changed.changedAt = m_now;
    changed.revision = (*session)->revision + 1;
    kept.sessionState = changed.state;
    return m_store.sessions().update(changed, (*session)->revision);
}

} // namespace handshake
