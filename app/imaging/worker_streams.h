// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>

namespace handshake::worker_streams {

/// A stream of its own for a helper's answers; what a library prints to standard output from here
/// on goes nowhere. Null when the system refuses. Called once, before the library is loaded.
[[nodiscard]] std::FILE* takeOutput();

} // namespace handshake::worker_streams
