// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/vision/backdrop_data_p.h"
#include "app/vision/thresholds_p.h"

namespace handshake {

/// Rehearses a profile before it is used: photos of the curtain are drawn as a counter's camera
/// would take them, others of what must not be taken for it (its mirror image, the older editions
/// and other providers it knows, and a provider made up to resemble it: the same ground and layout,
/// another emblem and other letters), and all are searched as real ones are. `data` holds a motif.
///
/// The limit it proposes lies between what the curtain and what the others reach, never below
/// `enrolmentLowest`, and is the shipped one where that serves. The same profile gets the same
/// figures. Some ten seconds.
[[nodiscard]] BackdropRehearsal rehearse(const BackdropData& data, const Thresholds& limits,
                                         int photos);

} // namespace handshake
