// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <algorithm>

namespace handshake {

namespace {

/// An older edition that shares little with the current one is not found as the backdrop; where it
/// was looked for it explains the photo all the same.
bool isClearlyOlder(const PhotoContext& photo)
{
    const auto& limits = photo.limits;
    const auto& older = photo.finding.older;
    return std::any_of(older.begin(), older.end(), [&](const Rivalry& rival) {
        return rival.cells >= int(limits.editionSureCells) && rival.margin < -limits.editionMargin;
    });
}

} // namespace

CheckValue checkEdition(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind != BackdropKind::Motif)
        return notAssessed("edition", "photo.edition.no-motif");
    if (!photo.hasOutline() && !isClearlyOlder(photo))
        return notAssessed("edition", "photo.edition.not-found");
    // Without an older edition known, what agrees with the artwork is its current edition.
    const auto& limits = photo.limits;
    double margin = 1.0;
    bool isHidden = false;
    bool isOlder = false;
    for (const Rivalry& rival : photo.finding.older) {
        if (rival.cells < int(limits.editionCells)) {
            isHidden = true; // nothing in view tells the two apart
            continue;
        }
        margin = std::min(margin, rival.margin);
        isOlder = isOlder || rivalWins(rival, limits);
    }
    CheckValue value = graded("edition", margin, limits.editionMargin, -1.0, "photo.edition.older");
    if (isOlder) {
        value.result = CheckResult::Fail;
        value.advice = QStringLiteral("photo.edition.older");
    } else if (value.result == CheckResult::Warn) {
        value.result = CheckResult::Unknown; // neither: it cannot be told, which is no suspicion
        value.advice = QStringLiteral("photo.edition.unsure");
    } else if (isHidden) {
        return notAssessed("edition", "photo.edition.hidden");
    }
    return value;
}

} // namespace handshake
