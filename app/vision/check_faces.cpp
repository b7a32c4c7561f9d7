// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

namespace handshake {

CheckValue checkFaces(const PhotoContext& photo)
{
    const double count = double(photo.peers);
    CheckValue value{QStringLiteral("faces"), CheckResult::Pass, count, 1.0, {}};
    if (photo.peers == 0) {
        value.result = CheckResult::Fail;
        value.advice = QStringLiteral("photo.face.none");
    } else if (photo.peers > 1) {
        value.result = CheckResult::Fail;
        value.advice = QStringLiteral("photo.face.several");
    }
    return value;
}

} // namespace handshake
