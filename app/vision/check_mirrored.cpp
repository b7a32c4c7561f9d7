// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

namespace handshake {

CheckValue checkMirrored(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind != BackdropKind::Motif)
        return notAssessed("mirrored", "photo.mirrored.no-motif");
    const auto& finding = photo.finding;
    const double limit = photo.limits.mirrorMargin;
    if (isMirrored(finding, photo.limits))
        return CheckValue{QStringLiteral("mirrored"), CheckResult::Fail,
                          finding.likelihood - finding.mirroredLikelihood, limit,
                          QStringLiteral("photo.mirrored")};
    if (!photo.hasOutline())
        return notAssessed("mirrored", "photo.mirrored.not-found");
    if (!finding.mirrorRivalry || finding.mirrorRivalry->cells < int(photo.limits.editionCells))
        return notAssessed("mirrored", "photo.mirrored.symmetric");
    const double margin = finding.mirrorRivalry->margin;
    return graded("mirrored", margin, limit, 0.0, "photo.mirrored");
}

} // namespace handshake
