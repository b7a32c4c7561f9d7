// SPDX-License-Identifier: Apache-2.0
#include "app/devices/chip_protocol.h"

#include "fuzz/fuzz_target.h"

using namespace handshake;

/// The input is what the other side sent.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes = fuzz::viewOf(data, size);
    if (const auto request = chip_protocol::parseRequest(bytes)) {
        fuzz::require(!request->library.isEmpty(), "a request names a library");
        fuzz::require(request->patience.count() <= chip_protocol::kMaxPatience,
                      "nobody waits for ever");
        fuzz::require(request->port >= 0 && request->port <= 1016, "a port is one");
    }
    if (const auto reply = chip_protocol::parseReply(bytes); reply && *reply)
        fuzz::require((*reply)->size() == chip_protocol::kTextSize, "a block is whole");
    return 0;
}
