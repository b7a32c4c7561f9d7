// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace handshake::papereval {

/// The evaluation's own random numbers (SplitMix64), the same to the bit on every machine.
class Random final
{
public:
    explicit Random(std::uint64_t seed);

    /// A stream of its own for one purpose: what one part draws leaves the others as they are.
    [[nodiscard]] Random fork(std::uint64_t purpose) const;

    std::uint64_t next();
    /// Even in [low, high).
    double between(double low, double high);
    /// 0 … count-1; `count` is above 0.
    int below(int count);
    /// True in `share` of the cases.
    bool chance(double share);
    /// Normally distributed, standard deviation 1.
    double normal();

    /// One of a list that is not empty.
    template <typename List>
    const auto& pick(const List& list)
    {
        using Index = decltype(list.size());
        return list[static_cast<Index>(below(static_cast<int>(list.size())))];
    }

private:
    std::uint64_t m_seed;
    std::uint64_t m_state;
};

} // namespace handshake::papereval
