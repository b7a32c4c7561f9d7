// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/scene.h"
#include "app/demo/evaluation/take_p.h"

namespace handshake::evaluation {

/// What is true of a take of this stage.
[[nodiscard]] SceneTruth truthOf(const Stage& stage, const Take& take);

} // namespace handshake::evaluation
