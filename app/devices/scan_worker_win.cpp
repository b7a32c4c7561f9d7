// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_worker.h"

#include "app/devices/scan_protocol.h"
#include "app/imaging/worker_limits.h"

#include <cstdio>

namespace handshake {

/// Scanners of Windows are not driven yet: it says so, in the words of the protocol.
int runScanWorker()
{
    constexpr int kFailed = 70; // EX_SOFTWARE

    if (!worker_limits::apply())
        return kFailed;
    const QByteArray answer =
        scan_protocol::kHello.toByteArray() + scan_protocol::faultReply(ScanFault::Unavailable);
    const auto length = static_cast<std::size_t>(answer.size());
    const bool isSaid = std::fwrite(answer.constData(), 1, length, stdout) == length;
    return isSaid && std::fflush(stdout) == 0 ? 0 : kFailed;
}

} // namespace handshake
