// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace handshake::evaluation {

/// One invented person of the evaluation. The same design is the same person.
struct FigureDesign {
    std::uint64_t seed = 1;
    double skin = 0.3; ///< 0 light … 1 dark
    bool longHair = false;
    bool bald = false;
    bool glasses = false;
    double build = 0;     ///< -1 slight … 1 heavy
    int clothes = 0;      ///< 0 tee, 1 shirt, 2 jacket over a shirt, 3 jumper with a high collar
    double turn = 0;      ///< degrees the head is turned to its left
    double lightFrom = 0; ///< -1 from the left … 1 from the right of the picture
    bool eyesClosed = false;
    bool fromBehind = false; ///< back of the head: no face

    friend auto operator<=>(const FigureDesign&, const FigureDesign&) = default;
};

/// Person `number` of the evaluation; skin, hair and glasses go through their combinations.
[[nodiscard]] FigureDesign figureOf(int number);

} // namespace handshake::evaluation
