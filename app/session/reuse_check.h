// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/check_value.h"
#include "app/vision/photo_fingerprint.h"

#include <optional>
#include <vector>

namespace handshake {

/// Check "reused": a photo that is as good as one of another session was not taken for this one.
/// Nothing when none is near. A warning and no more: who comes back with a second order on the same
/// day, or after a return, may look the same.
/// `photo` is PhotoFingerprint::around() of it.
[[nodiscard]] std::optional<CheckValue> reuseCheck(const std::vector<PhotoFingerprint>& photo,
                                                   const std::vector<FingerprintRecord>& others);

} // namespace handshake
