// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/sample.h"

#include "app/demo/evaluation/dice_p.h"

#include <algorithm>
#include <array>
#include <utility>

namespace handshake::evaluation {

namespace {

/// One round of the evaluation: how often each kind comes up in 25 scenes.
constexpr std::array kRound{
    SceneKind::Right,     SceneKind::Right,      SceneKind::Right,      SceneKind::Right,
    SceneKind::Right,     SceneKind::Right,      SceneKind::Right,      SceneKind::Right,
    SceneKind::Right,     SceneKind::Right,      SceneKind::Right,      SceneKind::Similar,
    SceneKind::Other,     SceneKind::Mirrored,   SceneKind::Wall,       SceneKind::Clutter,
    SceneKind::SmallCopy, SceneKind::OlderLarge, SceneKind::OlderSmall, SceneKind::OlderSmall,
    SceneKind::Screen,    SceneKind::Screen,     SceneKind::Pasted,     SceneKind::NoFace,
    SceneKind::TwoFaces};

constexpr std::array kSizes{QSize(1280, 720),  QSize(640, 480),  QSize(1920, 1080),
                            QSize(1280, 960),  QSize(1280, 720), QSize(640, 480),
                            QSize(1920, 1080), QSize(1280, 960), QSize(3264, 2448)};

/// Ranges of one severity: how far a picture may be from a good one.
struct Range {
    double low;
    double high;
};
struct Limits {
    double yaw, pitch, roll, lean;
    Range fill, nearness, folds, foldShade, shadow, gain, warmth, vignette, blur, depthBlur, motion,
        noise;
    int qualityLow, qualityHigh;
};

constexpr std::array<Limits, 3> kLimits{{
    {6,
     3,
     1.2,
     1.5,
     {0.8, 1.0},
     {0.84, 0.92},
     {0, 2},
     {0, 0.03},
     {0, 0.15},
     {0.85, 1.08},
     {-0.1, 0.25},
     {0, 0.12},
     {0.3, 0.6},
     {0, 0.3},
     {0, 0.3},
     {0.8, 2},
     90,
     96},
    {14,
     6,
     2.5,
     3,
     {0.68, 1.12},
     {0.74, 0.88},
     {2, 6},
     {0.03, 0.08},
     {0.1, 0.35},
     {0.62, 1.15},
     {-0.3, 0.6},
     {0.1, 0.28},
     {0.6, 1.1},
     {0.1, 0.7},
     {0, 1.2},
     {2, 4.5},
     78,
     90},
    {23,
     9,
     4,
     4,
     {0.58, 1.22},
     {0.64, 0.82},
     {5, 13},
     {0.07, 0.16},
     {0.2, 0.55},
     {0.42, 1.25},
     {-0.5, 1},
     {0.2, 0.42},
     {1, 1.8},
     {0.3, 1.2},
     {0.5, 3},
     {4, 8},
     60,
     80},
}};

/// How often this kind came up before scene `index`, counted through all rounds: what makes
/// families and severities take turns.
struct Turn {
    SceneKind kind;
    int number;
};

Turn turnOf(int index, std::uint64_t seed)
{
    const int round = index / int(kRound.size());
    auto order = kRound;
    Dice dice(seed, 1000 + static_cast<std::uint64_t>(round));
    for (int i = int(order.size()) - 1; i > 0; --i)
        std::swap(order[static_cast<std::size_t>(i)],
                  order[static_cast<std::size_t>(dice.below(i + 1))]);
    const int place = index % int(kRound.size());
    const SceneKind kind = order[static_cast<std::size_t>(place)];
    const auto perRound = std::count(kRound.begin(), kRound.end(), kind);
    const auto before = std::count(order.begin(), order.begin() + place, kind);
    return {kind, int(round * perRound + before)};
}

TakeDesign takeOf(Dice& dice, Severity severity, bool zoomed)
{
    const Limits& limits = kLimits[static_cast<std::size_t>(severity)];
    const auto in = [&dice](const Range& range) { return dice.between(range.low, range.high); };
    TakeDesign take;
    take.size = kSizes[static_cast<std::size_t>(dice.below(int(kSizes.size())))];
    take.distance = dice.between(1700, 2600);
    take.nearness = in(limits.nearness);
    take.fill = zoomed ? dice.between(0.4, 0.58) : in(limits.fill);
    take.aside = zoomed ? dice.eitherSide(60, 260) : dice.between(-60, 60);
    take.topMargin = dice.between(-0.03, 0.07);
    if (zoomed)
        take.nearness = dice.between(0.86, 0.93);
    take.yaw = dice.between(-limits.yaw, limits.yaw);
    take.pitch = dice.between(-limits.pitch, limits.pitch);
    take.roll = dice.between(-limits.roll, limits.roll);
    take.barrel = dice.between(-0.02, 0.06);
    take.folds = in(limits.folds);
    take.foldShade = in(limits.foldShade);
    take.shadow = in(limits.shadow);
    take.gain = in(limits.gain);
    take.warmth = in(limits.warmth);
    take.vignette = in(limits.vignette);
    take.lightFrom = dice.between(-1, 1) * (0.3 + 0.3 * static_cast<double>(severity));
    take.focusBlur = in(limits.blur);
    take.depthBlur = in(limits.depthBlur);
    take.motion = in(limits.motion);
    take.noise = in(limits.noise);
    take.jpegQuality = limits.qualityLow + dice.below(limits.qualityHigh - limits.qualityLow + 1);
    return take;
}

FigurePlace personOf(Dice& dice, Severity severity, double lightFrom)
{
    FigurePlace place;
    place.figure = figureOf(dice.below(24));
    place.figure.turn = dice.between(-3, 3) * (1 + static_cast<double>(severity) * 0.7);
    place.figure.lightFrom = lightFrom;
    place.across = dice.between(0.46, 0.54);
    place.headroom = dice.between(0.05, 0.13);
    const double lean = kLimits[static_cast<std::size_t>(severity)].lean;
    place.lean = dice.between(-lean, lean);
    return place;
}

CurtainDesign shownOf(SceneKind kind, const CurtainDesign& asked, Dice& dice)
{
    CurtainDesign shown = asked;
    switch (kind) {
    case SceneKind::Similar:
        shown.lookAlike = true;
        break;
    case SceneKind::Other:
        shown.family =
            static_cast<Family>((static_cast<int>(asked.family) + 1 + dice.below(3)) % kFamilies);
        shown.provider = dice.below(kProvidersPerFamily);
        break;
    case SceneKind::OlderLarge:
        shown.edition = Edition::OlderLarge;
        break;
    case SceneKind::OlderSmall:
        shown.edition = Edition::OlderSmall;
        break;
    default:
        break;
    }
    return shown;
}

void placePeople(SampleDesign& sample, Dice& dice, int number)
{
    sample.people.push_back(personOf(dice, sample.severity, sample.take.lightFrom));
    if (sample.kind == SceneKind::NoFace) {
        if (number % 2 == 0)
            sample.people.clear();
        else
            sample.people.front().figure.fromBehind = true;
    }
    if (sample.kind == SceneKind::TwoFaces) {
        sample.take.fill = std::max(sample.take.fill, 0.95);
        const double apart = dice.between(0.13, 0.19);
        FigurePlace second = personOf(dice, sample.severity, sample.take.lightFrom);
        if (second.figure.seed == sample.people.front().figure.seed)
            second.figure = figureOf((int(second.figure.seed) + 4) % 24);
        sample.people.front().across = 0.5 - apart;
        second.across = 0.5 + apart;
        second.depth = number % 2 == 0 ? 1.0 : 1.12;
        second.headroom += number % 2 == 0 ? 0.0 : 0.04;
        // Who stands behind is drawn first.
        sample.people.insert(sample.people.begin(), second);
    }
}

} // namespace

QString kindName(SceneKind kind)
{
    constexpr std::array kNames{"right",   "similar",    "other",       "mirrored",    "wall",
                                "clutter", "small-copy", "older-large", "older-small", "screen",
                                "pasted",  "no-face",    "two-faces"};
    static_assert(kNames.size() == kSceneKinds);
    return QString::fromLatin1(kNames[static_cast<std::size_t>(kind)]);
}

QString severityName(Severity severity)
{
    constexpr std::array kNames{"mild", "medium", "hard"};
    return QString::fromLatin1(kNames[static_cast<std::size_t>(severity)]);
}

SampleDesign evaluationSample(int index, std::uint64_t seed)
{
    const Turn turn = turnOf(index, seed);
    Dice dice(seed, 5'000'000 + static_cast<std::uint64_t>(index));
    SampleDesign sample;
    sample.index = index;
    sample.seed = seed * 1'000'003 + static_cast<std::uint64_t>(index);
    sample.kind = turn.kind;
    // Nine rounds of four families go through every pair of provider and severity; kinds do not
    // march in step.
    const int family = (turn.number + static_cast<int>(turn.kind)) % kFamilies;
    const int lap = turn.number / kFamilies;
    sample.asked.family = static_cast<Family>(family);
    sample.asked.provider = lap % kProvidersPerFamily;
    sample.severity = static_cast<Severity>(
        (lap + lap / kProvidersPerFamily + family + static_cast<int>(turn.kind)) % 3);
    sample.shown = shownOf(turn.kind, sample.asked, dice);
    // Every eleventh right scene is a zoom: one a round.
    sample.zoomed = turn.kind == SceneKind::Right && turn.number % 11 == 10;
    sample.take = takeOf(dice, sample.severity, sample.zoomed);
    // Every fifth right scene is taken close: the person hides much of what is in view.
    if (turn.kind == SceneKind::Right && turn.number % 5 == 4 && !sample.zoomed) {
        sample.take.nearness = dice.between(0.35, 0.46);
        sample.take.fill = dice.between(0.72, 0.95);
    }
    placePeople(sample, dice, turn.number);
    return sample;
}

} // namespace handshake::evaluation
