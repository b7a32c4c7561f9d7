// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

/// What a decode worker can do besides decoding: nothing. Its limits say how much it may use, the
/// sandbox what it may ask the system for.
namespace handshake::worker_sandbox {

/// From here on this process, all its threads included, can open no file, talk to no other process
/// or network, and start no program: the system answers "not permitted". Called once everything
/// that decoding loads is loaded. Internal when the system refuses; without effect, and no error,
/// where it has no such thing (Windows, other processors, kernels without filters).
[[nodiscard]] Result<void> enter();

} // namespace handshake::worker_sandbox
