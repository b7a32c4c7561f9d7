// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/random.h"
#include "app/demo/paper_evaluation/sheets.h"

#include <QImage>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QTransform>

#include <functional>
#include <vector>

class QPainter;

namespace handshake::papereval {

/// A flat ground (desk, glass, screen) on which things lie, drawn finely; millimetres.
struct Ground {
    QImage image; ///< RGB32
    QRectF area;  ///< mm that the image shows
    double dotsPerMm = 1;

    [[nodiscard]] QTransform fromMm() const;
};

/// An empty ground of one colour; coarser than asked for when it would exceed 45 million dots.
[[nodiscard]] Ground blankGround(const QRectF& area, double dotsPerMm, QRgb colour);

/// A sheet that lies on a ground.
struct Placed {
    Sheet sheet;
    QTransform toGround; ///< mm of the sheet to mm of the ground
    double turned = 0;   ///< degrees clockwise
    bool grey = false;   ///< as a black-and-white copy

    [[nodiscard]] QPolygonF outline() const;  ///< TL TR BR BL, mm of the ground
    [[nodiscard]] QPainterPath shape() const; ///< the same, a card's corners round
};

/// Centred on `centre`, turned clockwise.
[[nodiscard]] Placed placedAt(const Sheet& sheet, QPointF centre, double degrees);

/// A soft shadow under a shape; `depth` is the share of light taken, `reach` in mm.
void drawSoftShadow(QPainter& painter, const QPainterPath& shape, QPointF offset, double reach,
                    double depth);

/// Paints a placed sheet; its fields in mm of the sheet.
std::vector<PrintedField> paintPlaced(Ground& ground, const Placed& placed);

/// What is true about a placed sheet on a picture. `toPicture` leads from mm of the ground to
/// pixels; it need not be a plain perspective.
[[nodiscard]] ItemTruth truthOf(const Placed& placed, const std::vector<PrintedField>& fields,
                                const std::function<QPointF(QPointF)>& toPicture, QSize picture);

} // namespace handshake::papereval
