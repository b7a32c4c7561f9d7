// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handshake {

struct GlobalOptions;

/// Opens the window (with --demo: simulated devices in a throw-away folder) and runs until it is
/// closed. Gives the program's exit code; 69 when there is no display.
int runWindow(int& argc, char* argv[], const GlobalOptions& options);

} // namespace handshake
