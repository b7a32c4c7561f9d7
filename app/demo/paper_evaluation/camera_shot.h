// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/camera_view.h"
#include "app/demo/paper_evaluation/conditions.h"
#include "app/demo/paper_evaluation/development.h"
#include "app/demo/paper_evaluation/ground.h"

#include <QRectF>

#include <functional>
#include <vector>

namespace handshake::papereval {

/// What a camera is to look at: what of the ground has to be on the picture, and how finely.
struct Subject {
    QRectF mustBeSeen;         ///< mm of the ground
    double smallestEm = 3;     ///< mm
    std::vector<Placed> items; ///< where glare and shadow fall
};

/// Which camera would take it: the smallest usual picture that the subject fits into at the
/// figure of CameraFault::Small, the middle not quite met.
[[nodiscard]] CameraPose poseFor(const Subject& subject, const CameraConditions& conditions,
                                 Random random);

/// Light, lens and sensor for the conditions; glare and shadow lie on the first item.
[[nodiscard]] Development developmentFor(const Subject& subject, const CameraView& view,
                                         const CameraPose& pose, const CameraConditions& conditions,
                                         Random random);

/// Photographs the ground and fills in the sample's picture, size, severity and faults.
void shoot(PaperSample& sample, const Ground& ground, const CameraView& view,
           const Development& development, const CameraConditions& conditions, Random random);

} // namespace handshake::papereval
