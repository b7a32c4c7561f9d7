// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <algorithm>

namespace handshake {

CheckValue checkEdition(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind != BackdropKind::Motif)
        return notAssessed("edition", "photo.edition.no-motif");
    if (!photo.hasOutline())
        return notAssessed("edition", "photo.edition.not-found");
    // Without an older edition known, what agrees with the artwork is its current edition.
    double margin = 1.0;
    bool isHidden = false;
    for (const Rivalry& rival : photo.finding.older) {
        if (rival.cells < int(photo.limits.editionCells))
            isHidden = true; // nothing in view tells the two apart
        else
            margin = std::min(margin, rival.ownNcc - rival.rivalNcc);
    }
    const double limit = photo.limits.editionMargin;
    CheckValue value = graded("edition", margin, limit, 0.0, "photo.edition.older");
    if (value.result == CheckResult::Pass && isHidden)
        return notAssessed("edition", "photo.edition.hidden");
    if (value.result == CheckResult::Warn)
        value.advice = QStringLiteral("photo.edition.unsure");
    return value;
}

} // namespace handshake
