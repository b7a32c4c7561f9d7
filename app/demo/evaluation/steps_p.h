// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace handshake::evaluation {

/// from, from + by, … while below `end`; each from the one before, as the drawings have it.
[[nodiscard]] inline std::vector<double> steps(double from, double end, double by)
{
    std::vector<double> places;
    double place = from;
    while (place < end) {
        places.push_back(place);
        place += by;
    }
    return places;
}

} // namespace handshake::evaluation
