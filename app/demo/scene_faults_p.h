// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/demo/desk_scene.h"
#include "app/demo/photo_scene.h"
#include "app/filing/filing.h"

#include <QJsonObject>

namespace handshake {

/// Puts the members of `faults` into a scene; Configuration naming the member that the drawing does
/// not know or whose value is not of its kind.
[[nodiscard]] Result<void> applyFaults(const QJsonObject& faults, SceneDesign& scene);
[[nodiscard]] Result<void> applyFaults(const QJsonObject& faults, DeskScene& scene);
[[nodiscard]] Result<void> applyFaults(const QJsonObject& faults, Person& person);

} // namespace handshake
