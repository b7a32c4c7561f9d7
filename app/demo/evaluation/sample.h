// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/curtain.h"
#include "app/demo/evaluation/figure.h"

#include <QPointF>
#include <QSize>
#include <QString>

#include <cstdint>
#include <vector>

namespace handshake::evaluation {

/// Changes whenever a scene of the same number would look otherwise; tests/data/evaluation holds
/// the hashes that belong to it.
inline constexpr int kEvaluationVersion = 2;

enum class SceneKind : std::uint8_t {
    Right,      ///< the provider's own curtain, one person
    Similar,    ///< a provider with the same ground and layout
    Other,      ///< a provider of another family
    Mirrored,   ///< the own curtain, printed or flipped the wrong way
    Wall,       ///< a bare wall
    Clutter,    ///< an office
    SmallCopy,  ///< a print of the artwork held up behind the head
    OlderLarge, ///< an edition that differs at once
    OlderSmall, ///< an edition that differs in one place
    Screen,     ///< a photo of a monitor that shows a right photo
    Pasted,     ///< person cut out and set before the artwork
    NoFace,     ///< own curtain, nobody or a back
    TwoFaces,   ///< own curtain, two persons
};
inline constexpr int kSceneKinds = 13;

enum class Severity : std::uint8_t { Mild, Medium, Hard };

[[nodiscard]] QString kindName(SceneKind kind);        ///< "right", "older-large" …
[[nodiscard]] QString severityName(Severity severity); ///< "mild" …

/// How the picture is taken. Lengths in millimetres, angles in degrees.
struct TakeDesign {
    QSize size{1280, 720};
    double distance = 1900;  ///< camera to curtain
    double nearness = 0.8;   ///< camera to person as share of that
    double fill = 0.9;       ///< width seen at the curtain as share of the curtain's
    double aside = 0;        ///< where the camera aims, from the curtain's middle
    double topMargin = 0.03; ///< of the curtain's height cut off above; negative: wall in view
    double yaw = 0;
    double pitch = 0;
    double roll = 0;
    double barrel = 0;    ///< lens: radius' cubic part at the picture's side
    double folds = 0;     ///< the cloth's swing
    double foldShade = 0; ///< and its light and dark, share
    double shadow = 0;    ///< the person's, 0 none … 1 black
    double gain = 1;      ///< of the light, 1 well lit
    double warmth = 0;    ///< -1 bluish … 1 like a bulb
    double vignette = 0;  ///< light lost in the corners, share
    double lightFrom = 0; ///< -1 left … 1 right
    double focusBlur = 0; ///< standard deviation, pixels of a picture 1280 wide
    double depthBlur = 0; ///< more of it on the curtain
    double motion = 0;    ///< smear, same pixels
    double noise = 0;     ///< standard deviation, grey levels
    int jpegQuality = 92;
};

/// Where a person stands.
struct FigurePlace {
    FigureDesign figure{};
    double across = 0.5;   ///< face's middle, share of the picture's width
    double headroom = 0.1; ///< over the hair, share of its height
    double lean = 0;       ///< degrees
    double depth = 1;      ///< further away (>1) than TakeDesign::nearness says
};

/// The plan of one scene of the evaluation.
struct SampleDesign {
    int index = 0;
    std::uint64_t seed = 1;
    SceneKind kind = SceneKind::Right;
    Severity severity = Severity::Mild;
    CurtainDesign asked{}; ///< whose profile the photo is held against
    CurtainDesign shown{}; ///< what hangs there, where something hangs
    TakeDesign take{};
    std::vector<FigurePlace> people{};
    bool zoomed = false; ///< only a part of the curtain is in view
};

/// Scene `index` of the evaluation with this seed. The first N are the same whatever N is; in every
/// 25 each kind comes up, families and severities take turns within a kind.
[[nodiscard]] SampleDesign evaluationSample(int index, std::uint64_t seed = 1);

} // namespace handshake::evaluation
