// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <algorithm>

namespace handshake {

CheckValue checkArtworkVisible(const PhotoContext& photo)
{
    if (photo.backdrop == nullptr || photo.backdrop->kind != BackdropKind::Motif)
        return notAssessed("artworkVisible", "photo.visible.no-motif");
    if (!photo.hasOutline())
        return notAssessed("artworkVisible", "photo.visible.not-found");
    using Cell = DenseComparison::Cell;
    const auto& cells = photo.finding.own->cells;
    const auto visible = std::count_if(cells.begin(), cells.end(), [](Cell cell) {
        return cell == Cell::Agrees || cell == Cell::Plain;
    });
    return graded("artworkVisible", double(visible) / double(cells.size()),
                  photo.limits.visiblePass, photo.limits.visibleFail, "photo.visible.little");
}

} // namespace handshake
