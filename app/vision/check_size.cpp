// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <algorithm>

namespace handshake {

CheckValue checkSize(const PhotoContext& photo)
{
    const double share =
        std::min(photo.gray.cols / photo.limits.minWidth, photo.gray.rows / photo.limits.minHeight);
    return graded("size", share, 1.0, 1.0, "photo.size");
}

} // namespace handshake
