// SPDX-License-Identifier: Apache-2.0
#include "app/demo/person_wear_p.h"

#include "app/demo/seeded_p.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <iterator>

namespace handshake {

namespace {

QColor clothOf(Seeded& random)
{
    static constexpr QRgb kCloths[] = {0xff8c2f2a, 0xff2f5d3a, 0xff27427a, 0xffc9b458, 0xff7b4a8a};
    return QColor(kCloths[random.below(int(std::size(kCloths)))]);
}

void drawCap(QPainter& painter, const QColor& cloth, bool hasVisor)
{
    QPainterPath crown;
    crown.moveTo(-1.14, -0.62);
    crown.cubicTo(-1.22, -1.5, -0.75, -1.86, 0, -1.86);
    crown.cubicTo(0.75, -1.86, 1.22, -1.5, 1.14, -0.62);
    crown.cubicTo(0.6, -0.78, -0.6, -0.78, -1.14, -0.62);
    QLinearGradient volume(-1.2, 0, 1.2, 0);
    volume.setColorAt(0.0, cloth.darker(150));
    volume.setColorAt(0.4, cloth.lighter(118));
    volume.setColorAt(1.0, cloth.darker(160));
    painter.fillPath(crown, volume);
    QPainterPath rim;
    if (hasVisor) {
        rim.moveTo(-1.1, -0.7);
        rim.cubicTo(-0.7, -0.98, 0.7, -0.98, 1.1, -0.7);
        rim.cubicTo(0.9, -0.46, -0.9, -0.46, -1.1, -0.7);
        painter.fillPath(rim, cloth.darker(190));
        return;
    }
    rim.addRoundedRect(QRectF(-1.2, -0.98, 2.4, 0.42), 0.18, 0.18); // the turned-up edge
    painter.fillPath(rim, cloth.darker(120));
}

void drawMask(QPainter& painter, const QColor& cloth)
{
    QPainterPath mask;
    mask.moveTo(0, 0.16);
    mask.cubicTo(0.4, 0.2, 0.7, 0.34, 0.92, 0.36);
    mask.cubicTo(0.88, 0.85, 0.62, 1.34, 0, 1.42);
    mask.cubicTo(-0.62, 1.34, -0.88, 0.85, -0.92, 0.36);
    mask.cubicTo(-0.7, 0.34, -0.4, 0.2, 0, 0.16);
    QLinearGradient volume(0, 0.1, 0, 1.4);
    volume.setColorAt(0.0, cloth.lighter(106));
    volume.setColorAt(0.6, cloth);
    volume.setColorAt(1.0, cloth.darker(125));
    painter.fillPath(mask, volume);
    painter.setPen(QPen(cloth.darker(118), 0.02));
    for (const double y : {0.55, 0.75, 0.95})
        painter.drawLine(QPointF(-0.7, y), QPointF(0.7, y));
    painter.drawLine(QPointF(-0.92, 0.4), QPointF(-1.0, 0.05));
    painter.drawLine(QPointF(0.92, 0.4), QPointF(1.0, 0.05));
    painter.setPen(Qt::NoPen);
}

void drawDarkGlasses(QPainter& painter, double eyeDistance)
{
    painter.setBrush(QColor(18, 18, 20, 245));
    for (const double side : {-1.0, 1.0})
        painter.drawRoundedRect(QRectF(side * eyeDistance - 0.36, -0.28, 0.72, 0.52), 0.2, 0.2);
    painter.drawRect(QRectF(-0.15, -0.18, 0.3, 0.07));
}

} // namespace

void drawWear(QPainter& painter, Wear wear, std::uint32_t seed, double eyeDistance)
{
    Seeded random(seed, 23);
    switch (wear) {
    case Wear::Nothing:
        return;
    case Wear::Cap:
        return drawCap(painter, clothOf(random), true);
    case Wear::KnitHat:
        return drawCap(painter, clothOf(random), false);
    case Wear::Mask: {
        static constexpr QRgb kMasks[] = {0xff9cc4d8, 0xffe6e8e8, 0xff2a2c30};
        return drawMask(painter, QColor(kMasks[random.below(int(std::size(kMasks)))]));
    }
    case Wear::DarkGlasses:
        return drawDarkGlasses(painter, eyeDistance);
    }
}

} // namespace handshake
