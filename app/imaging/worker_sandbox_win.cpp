// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_sandbox.h"

namespace handshake::worker_sandbox {

Result<void> enter(Files /*files*/)
{
    // The job object of worker_limits_win.cpp permits no other process; an AppContainer would have
    // to be made by whoever starts the worker.
    return {};
}

} // namespace handshake::worker_sandbox
