// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <cstdint>

/// What a decode worker can do besides decoding: nothing. Its limits say how much it may use, the
/// sandbox what it may ask the system for.
namespace handshake::worker_sandbox {

/// What of the file system stays within reach.
enum class Files : std::uint8_t {
    None,
    ReadOnly, ///< files may be opened for reading, for drawing with fonts
};

/// From here on this process, all its threads included, can open no file (but see Files), talk to
/// no other process or network, and start no program: the system answers "not permitted". Called
/// once everything that decoding loads is loaded. Internal when the system refuses; without effect,
/// and no error, where it has no such thing (Windows, other processors, kernels without filters).
[[nodiscard]] Result<void> enter(Files files = Files::None);

} // namespace handshake::worker_sandbox
