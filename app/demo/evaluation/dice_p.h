// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace handshake::evaluation {

/// Random numbers of the evaluation: splitmix64, whole numbers only, so that every machine and
/// every standard library draws the same.
class Dice final
{
public:
    Dice(std::uint64_t seed, std::uint64_t purpose)
        : m_state(seed * 0x9e3779b97f4a7c15ULL + purpose * 0xd1b54a32d192ed03ULL + 1)
    {
        next();
    }

    std::uint32_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        return static_cast<std::uint32_t>((mixed ^ (mixed >> 31)) >> 32);
    }
    /// Even between `low` and `high`.
    double between(double low, double high) { return low + (high - low) * (next() / 4294967296.0); }
    /// Between `low` and `high` away from zero, either sign.
    double eitherSide(double low, double high)
    {
        const double value = between(low, high);
        return below(2) == 0 ? value : -value;
    }
    /// 0 … count-1.
    int below(int count)
    {
        return static_cast<int>((std::uint64_t(next()) * static_cast<std::uint64_t>(count)) >> 32);
    }
    /// Bell-shaped, standard deviation 1, never beyond 6.
    double bell()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += next() / 4294967296.0;
        return sum;
    }

private:
    std::uint64_t m_state;
};

} // namespace handshake::evaluation
