// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace handshake {

/// Random numbers that are the same with every standard library: the engine is defined to the bit,
/// the distributions of the library are not.
class Seeded final
{
public:
    Seeded(std::uint32_t seed, std::uint32_t purpose)
        : m_engine(seed * 2654435761U + purpose)
    {
    }

    /// Even between `low` and `high`.
    double between(double low, double high)
    {
        return low + (high - low) * (static_cast<double>(m_engine()) / 4294967296.0);
    }
    /// 0 … count-1.
    int below(int count)
    {
        return static_cast<int>(m_engine() % static_cast<std::uint32_t>(count));
    }
    /// Normally distributed, standard deviation 1 (Box and Muller).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(between(1e-9, 1.0)));
        return radius * std::cos(2.0 * std::numbers::pi * between(0.0, 1.0));
    }

private:
    std::mt19937 m_engine;
};

} // namespace handshake
