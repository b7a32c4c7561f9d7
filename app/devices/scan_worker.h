// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handshake {

/// Body of the hidden verb `worker scan`: lists scanners or scans, as asked for on standard input,
/// and ends (scan_protocol.h). Returns the exit code. Meant to be called first thing in main().
[[nodiscard]] int runScanWorker();

} // namespace handshake
