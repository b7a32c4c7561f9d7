// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/random.h"

#include <cmath>
#include <numbers>

namespace handshake::papereval {

namespace {

std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15ULL;

} // namespace

Random::Random(std::uint64_t seed)
    : m_seed(mixed(seed + kStep))
    , m_state(m_seed)
{
}

Random Random::fork(std::uint64_t purpose) const
{
    return Random(m_seed ^ mixed((purpose + 1) * kStep));
}

std::uint64_t Random::next()
{
    m_state += kStep;
    return mixed(m_state);
}

double Random::between(double low, double high)
{
    const double unit = static_cast<double>(next() >> 11U) / 9007199254740992.0;
    return low + ((high - low) * unit);
}

int Random::below(int count)
{
    return static_cast<int>(next() % static_cast<std::uint64_t>(count));
}

bool Random::chance(double share)
{
    return between(0, 1) < share;
}

double Random::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(between(1e-12, 1.0)));
    return radius * std::cos(2.0 * std::numbers::pi * between(0, 1));
}

} // namespace handshake::papereval
