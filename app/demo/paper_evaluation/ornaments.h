// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/random.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace handshake::papereval {

/// A round red and gold ornament where the papers have the national emblem; it is not the emblem.
void drawRosette(QPainter& painter, QPointF centre, double radius);

/// Fine waving lines over `area`, as on security paper; `shade` 0 (hardly seen) to 1.
void drawGuilloche(QPainter& painter, const QRectF& area, const QColor& colour, double shade,
                   Random random);

/// A band of woven curves along the inside of `outer`, `width` mm wide.
void drawFrame(QPainter& painter, const QRectF& outer, double width, const QColor& colour,
               Random random);

/// A round red seal with `text` along its upper inside; uneven ink, slightly turned.
void drawSeal(QPainter& painter, QPointF centre, double radius, const QString& text, Random random);

/// Head and shoulders of nobody, within `area`.
void drawBust(QPainter& painter, const QRectF& area, Random random);

/// 样本 SPECIMEN, pale, centred.
void drawSpecimenMark(QPainter& painter, QPointF centre, double em, double degrees);

/// A QR code of `text` that fills `area`.
void drawQr(QPainter& painter, const QRectF& area, const QString& text);

} // namespace handshake::papereval
