// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/reading_score.h"
#include "app/core/result.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace handshake {

/// Writes pictures on which something went wrong as sheets failures-<n>.jpg into `folder`: the
/// paper's true outline green, the one found red, below it what was read amiss. At most `most`
/// pictures. Gives how many sheets; Storage when one cannot be written.
[[nodiscard]] Result<int> writeFailureSheets(const std::vector<SampleScore>& scores,
                                             std::uint64_t seed, int most, const QString& folder);

} // namespace handshake
