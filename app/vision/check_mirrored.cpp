// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

namespace handshake {

CheckValue checkMirrored(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind != BackdropKind::Motif)
        return notAssessed("mirrored", "photo.mirrored.no-motif");
    const auto& finding = photo.finding;
    const double own = finding.own ? finding.own->agreement() : 0.0;
    const double mirrored = finding.mirrored ? finding.mirrored->agreement() : 0.0;
    const double limit = photo.limits.mirrorMargin;
    if (mirrored >= photo.limits.agreementFail && mirrored > own + limit)
        return CheckValue{QStringLiteral("mirrored"), CheckResult::Fail, own - mirrored, limit,
                          QStringLiteral("photo.mirrored")};
    if (!photo.hasOutline())
        return notAssessed("mirrored", "photo.mirrored.not-found");
    if (!finding.mirrorRivalry || finding.mirrorRivalry->cells < int(photo.limits.editionCells))
        return notAssessed("mirrored", "photo.mirrored.symmetric");
    const double margin = finding.mirrorRivalry->ownNcc - finding.mirrorRivalry->rivalNcc;
    return graded("mirrored", margin, limit, 0.0, "photo.mirrored");
}

} // namespace handshake
