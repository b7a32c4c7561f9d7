// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/sample.h"

#include <QByteArray>
#include <QJsonObject>
#include <QPolygonF>
#include <QRectF>

#include <cstdint>
#include <vector>

namespace handshake::evaluation {

/// Whether the place where two editions differ can be made out in a picture.
enum class ChangeView : std::uint8_t { NoChange, Visible, Hidden, Unclear };

/// What is true of a picture of the evaluation.
struct SceneTruth {
    double coverage = 0;       ///< backdrop pixels / pixels that are not a person
    double artworkVisible = 0; ///< share of the artwork in view and not hidden
    double occlusion = 0;      ///< share of the artwork in view that people hide
    std::vector<QRectF> faces{};
    QPolygonF corners{}; ///< TL TR BR BL of the artwork, pixels; may lie outside
    ChangeView change = ChangeView::NoChange;
    bool logoLegible = false;
    bool nameLegible = false;
    /// A right picture that a reviewer would take: at least 60 % of a logo or name is in view and
    /// large enough for the blur to be read (of tiles: two of them), at least 35 % of the artwork
    /// is visible (a zoom: 15 %), and the motif stands out of the noise.
    /// Always false for other kinds than right.
    bool mustAccept = false;
    /// Right, but whether a reviewer would take it cannot be said: not counted.
    bool undecided = false;
};

/// One picture of the evaluation as the camera gives it.
struct EvaluationPicture {
    QByteArray jpeg;
    SceneTruth truth;
};

/// Draws a scene. The same sample gives the same pixels on a machine with the same fonts; nothing
/// depends on time or threads. Any thread; needs a QGuiApplication.
[[nodiscard]] EvaluationPicture drawScene(const SampleDesign& sample);

/// `count` pictures of one moment: people sway and blink, the camera trembles. In a photo of a
/// screen only the camera moves.
[[nodiscard]] std::vector<EvaluationPicture> drawBurst(const SampleDesign& sample, int count = 5);

/// The truth as it is kept beside a cached picture.
[[nodiscard]] QJsonObject truthToJson(const SceneTruth& truth);
[[nodiscard]] SceneTruth truthFromJson(const QJsonObject& object);

} // namespace handshake::evaluation
