// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"

namespace handshake {

class Store;

/// Looks at everything the store holds: SQLite's own checks, the audit chain, the seal of every
/// row, the name, seal and digest of every blob. Fails only when it cannot look; what it finds is
/// in the report.
[[nodiscard]] Result<VerifyReport> verifyStore(Store& store);

} // namespace handshake
