// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QtGlobal>

#include <chrono>
#include <functional>

namespace handshake {

/// How much work one try of a passphrase is (Argon2id, RFC 9106, one lane).
struct PassphraseCost {
    static constexpr quint64 kMiB = 1024 * 1024;
    static constexpr quint64 kLeastMemory = 128 * kMiB; ///< store-and-delivery.md §2
    static constexpr quint32 kLeastPasses = 3;
    /// More than this is no key file of ours: a hostile one must not take the machine's memory.
    static constexpr quint64 kMostMemory = 1024 * kMiB;
    static constexpr quint32 kMostPasses = 64;
    static constexpr qsizetype kSaltSize = 16;

    quint64 memoryBytes = kLeastMemory;
    quint32 passes = kLeastPasses;

    [[nodiscard]] bool isBelowFloor() const noexcept
    {
        return memoryBytes < kLeastMemory || passes < kLeastPasses;
    }
    [[nodiscard]] bool isAboveCeiling() const noexcept
    {
        return memoryBytes > kMostMemory || passes > kMostPasses;
    }

    friend bool operator==(const PassphraseCost&, const PassphraseCost&) = default;
};

/// Takes one try and says how long it took.
using TimedTry = std::function<Result<std::chrono::milliseconds>(PassphraseCost)>;

/// The cost that makes a try last 0.7 to 1 s on this machine, never less than the floor: passes are
/// added first, since the memory is what a counter PC of 4 GB is short of.
[[nodiscard]] Result<PassphraseCost> calibratedCost(const TimedTry& timedTry);

} // namespace handshake
