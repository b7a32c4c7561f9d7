// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/evaluation/figure.h"
#include "app/demo/evaluation/relief_p.h"

#include <opencv2/core.hpp>

#include <QPainterPath>
#include <QTransform>

namespace handshake::evaluation {

/// Where a figure is drawn: millimetres from the face's centre to pixels of the picture.
struct FigureCanvas {
    cv::Mat bgra;
    QTransform toPixels;
    double pixelsPerMm = 1;
    LightDirection light{};

    /// Anti-aliased mask of a shape given in millimetres.
    [[nodiscard]] cv::Mat mask(const QPainterPath& path) const;
};

/// Proportions of one head, drawn from the person's seed.
struct HeadShape {
    double halfWidth = 74;
    double halfHeight = 112;
    double jaw = 0.25; ///< how much narrower at the chin
    double eyeApart = 32;
    double eyeSize = 1;
    double noseWidth = 1;
    double mouthWidth = 1;
    double browWidth = 1;

    [[nodiscard]] static HeadShape of(const FigureDesign& design);
    [[nodiscard]] QPainterPath outline() const;
};

/// BGR of the person's skin.
[[nodiscard]] cv::Scalar skinColour(const FigureDesign& design);
/// BGR of the person's hair.
[[nodiscard]] cv::Scalar hairColour(const FigureDesign& design);

/// The face with ears, eyes, brows, nose, mouth and, if worn, glasses.
void paintFace(FigureCanvas& canvas, const FigureDesign& design, const HeadShape& head);

} // namespace handshake::evaluation
