// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace handshake {

/// When to try again: exponential back-off with full jitter, so that counters that lost the same
/// server do not come back in step. Values are data; tests inject short ones.
struct RetryPolicy {
    std::chrono::milliseconds first = std::chrono::seconds(1);
    std::chrono::milliseconds longest = std::chrono::minutes(5);
    std::chrono::milliseconds longestAsked = std::chrono::hours(1); ///< cap of Retry-After
    /// Consecutive failures without progress after which a dossier is left for a later run, still
    /// unsent; 0: never (the window). The command line does not wait for ever.
    int maxAttempts = 0;
    std::function<double()> random; ///< [0, 1); the machine's generator when empty

    /// The wait before try number `failures` + 1, `failures` counted from 1: random below
    /// min(longest, first * 2^(failures - 1)), but never less than what the server asked for.
    [[nodiscard]] std::chrono::milliseconds
    delayAfter(int failures, std::optional<std::chrono::milliseconds> asked = {}) const;
};

/// Value of a Retry-After header (RFC 9110 10.2.3): seconds or an HTTP date. Empty when unreadable.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray& value,
                                                                       const QDateTime& now);

} // namespace handshake
