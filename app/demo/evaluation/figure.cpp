// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/figure.h"

#include "app/demo/evaluation/dice_p.h"

#include <array>

namespace handshake::evaluation {

FigureDesign figureOf(int number)
{
    // Every combination of skin, hair and glasses comes up among any twelve in a row.
    constexpr std::array kSkins{0.12, 0.75, 0.3, 0.95, 0.2, 0.55};
    Dice dice(static_cast<std::uint64_t>(number), 77);
    FigureDesign figure;
    figure.seed = static_cast<std::uint64_t>(number) + 1;
    figure.skin = kSkins[static_cast<std::size_t>(number % 6)] + dice.between(-0.04, 0.04);
    figure.longHair = number % 2 == 1;
    figure.bald = number % 12 == 8;
    figure.glasses = number % 3 == 2;
    figure.build = dice.between(-1, 1);
    figure.clothes = dice.below(4);
    return figure;
}

} // namespace handshake::evaluation
