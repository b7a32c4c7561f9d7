// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/output.h"

namespace handshake {

/// Lines to this process's standard output, diagnostics to its standard error, each flushed.
[[nodiscard]] Output standardOutput(bool json);

} // namespace handshake
