// SPDX-License-Identifier: Apache-2.0
#include "app/cli/thread_time.h"

#include <windows.h>

namespace handshake {

namespace {

/// In units of 100 nanoseconds.
double ticksOf(const FILETIME& time)
{
    return (static_cast<double>(time.dwHighDateTime) * 4294967296.0) +
           static_cast<double>(time.dwLowDateTime);
}

} // namespace

double threadCpuMs()
{
    FILETIME created{};
    FILETIME ended{};
    FILETIME kernel{};
    FILETIME user{};
    GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel, &user);
    return (ticksOf(kernel) + ticksOf(user)) / 1e4;
}

} // namespace handshake
