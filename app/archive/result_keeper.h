// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"

#include <functional>
#include <optional>
#include <vector>

namespace handshake {

class Store;

/// The session as it is after a result, or none when the result does not change it. What a result
/// means is the session's business; that it happens in the same transaction is the archive's.
using FollowResult =
    std::function<Result<std::optional<SessionRecord>>(const SessionRecord&, const ResultRecord&)>;

/// Keeps results and lets their sessions follow. Everything here runs inside one transaction of its
/// caller.
class ResultKeeper final
{
public:
    /// Both outlive this object. `now` becomes the results' time.
    ResultKeeper(Store& store, const FollowResult& follow, OperatorId who, QDateTime now);

    Result<KeptResult> keep(ResultRecord result);

private:
    [[nodiscard]] Result<std::optional<SessionRecord>> sessionOf(const DossierRecord& dossier);
    Result<void> follow(KeptResult& kept, const DossierRecord& dossier);

    Store& m_store;
    const FollowResult& m_follow;
    OperatorId m_who;
    QDateTime m_now;
};

} // namespace handshake
