// SPDX-License-Identifier: Apache-2.0
#include "app/cli/thread_time.h"

#include <ctime>

namespace handshake {

double threadCpuMs()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return (static_cast<double>(used.tv_sec) * 1e3) + (static_cast<double>(used.tv_nsec) / 1e6);
}

} // namespace handshake
