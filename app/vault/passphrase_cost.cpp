// SPDX-License-Identifier: Apache-2.0
#include "app/vault/passphrase_cost.h"

#include <algorithm>

namespace handshake {

using namespace std::chrono_literals;

namespace {

constexpr auto kWanted = 850ms;

} // namespace

Result<PassphraseCost> calibratedCost(const TimedTry& timedTry)
{
    const PassphraseCost floor;
    const auto took = timedTry(floor);
    if (!took)
        return took.error();
    // The time grows with the passes in proportion.
    const auto onePass = std::max(*took / floor.passes, 1ms);
    const auto passes = static_cast<quint32>(
        std::min<std::chrono::milliseconds::rep>(kWanted / onePass, PassphraseCost::kMostPasses));
    return PassphraseCost{.memoryBytes = floor.memoryBytes,
                          .passes = std::max(passes, floor.passes)};
}

} // namespace handshake
