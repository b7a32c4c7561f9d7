// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handshake {

/// Body of the hidden verb `worker chip`: loads the vendor's library that it is told of, waits for
/// a card and answers with its text block (chip_protocol.h). The photo, which only the vendor can
/// decode, is dropped here. Returns the exit code. Meant to be called first thing in main().
[[nodiscard]] int runChipWorker();

} // namespace handshake
