// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/conditions.h"

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

template <std::size_t Count>
using Levels = std::array<int, Count>;

/// Raises `howMany` faults that are still at level 0.
template <std::size_t Count>
void raise(Levels<Count>& levels, int howMany, int level, Random& random)
{
    while (howMany > 0) {
        int& one = levels.at(static_cast<std::size_t>(random.below(static_cast<int>(Count))));
        if (one != 0)
            continue;
        one = level;
        --howMany;
    }
}

template <std::size_t Count>
Conditions<Count> drawn(Severity severity, int several, Random random,
                        const std::array<std::array<Range, 3>, Count>& ranges,
                        const QStringList& names)
{
    Levels<Count> levels{};
    if (severity == Severity::Medium)
        raise(levels, several, 1, random);
    if (severity == Severity::Hard) {
        raise(levels, several, 2, random);
        raise(levels, 1, 1, random);
    }
    Conditions<Count> conditions;
    conditions.severity = severity;
    for (std::size_t i = 0; i < Count; ++i) {
        const auto level = static_cast<std::size_t>(levels.at(i));
        const Range& range = ranges.at(i).at(level);
        conditions.figures.at(i) = random.between(range.low, range.high);
        if (level > 0)
            conditions.faults.append(names[static_cast<qsizetype>(i)] + u":%1"_s.arg(level));
    }
    return conditions;
}

} // namespace

CameraConditions cameraConditions(Severity severity, Random random)
{
    return drawn<kCameraFaults>(severity, 2, random, kCameraRanges,
                                {u"small"_s, u"tilt"_s, u"defocus"_s, u"motion"_s, u"glare"_s,
                                 u"shadow"_s, u"dim"_s, u"noise"_s, u"warm"_s, u"compressed"_s});
}

ScannerConditions scannerConditions(Severity severity, Random random)
{
    return drawn<kScannerFaults>(severity, 1, random, kScannerRanges,
                                 {u"coarse"_s, u"skew"_s, u"seam"_s, u"dust"_s, u"compressed"_s});
}

} // namespace handshake::papereval
