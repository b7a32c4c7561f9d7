// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/demo/assessment/vision_run.h"

#include <QStringList>

namespace handshake::assessment {

/// Contact sheets of the scenes that went wrong, 20 a sheet, each picture with what it is, what was
/// said about it and the figures: failures-1.png … in `folder`, which must exist. Names the files
/// written; Storage when one cannot be.
[[nodiscard]] Result<QStringList> writeFailureSheets(const std::vector<SceneOutcome>& outcomes,
                                                     const VisionRunPlan& plan,
                                                     const QString& folder);

} // namespace handshake::assessment
