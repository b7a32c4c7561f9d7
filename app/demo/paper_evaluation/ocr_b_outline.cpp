// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/ocr_b_outline.h"

#include <QPainterPathStroker>
#include <QTransform>

namespace handshake::papereval {

namespace {

// A glyph's centre line: 5 wide, 7.2 high, y upwards from the baseline.
QPainterPath zero()
{
    QPainterPath path(QPointF(2.5, 0));
    path.cubicTo(0.6, 0, 0.2, 1.6, 0.2, 3.6);
    path.cubicTo(0.2, 5.6, 0.6, 7.2, 2.5, 7.2);
    path.cubicTo(4.4, 7.2, 4.8, 5.6, 4.8, 3.6);
    path.cubicTo(4.8, 1.6, 4.4, 0, 2.5, 0);
    return path;
}

QPainterPath one()
{
    QPainterPath path(QPointF(0.9, 5.5));
    path.lineTo(2.9, 7.2);
    path.lineTo(2.9, 0);
    return path;
}

QPainterPath two()
{
    QPainterPath path(QPointF(0.4, 5.6));
    path.cubicTo(0.6, 6.7, 1.4, 7.2, 2.5, 7.2);
    path.cubicTo(3.8, 7.2, 4.6, 6.4, 4.6, 5.3);
    path.cubicTo(4.6, 3.6, 0.5, 2.4, 0.3, 0);
    path.lineTo(4.7, 0);
    return path;
}

QPainterPath three()
{
    QPainterPath path(QPointF(0.6, 7.2));
    path.lineTo(4.4, 7.2);
    path.lineTo(2.2, 4.4);
    path.cubicTo(3.8, 4.4, 4.7, 3.5, 4.7, 2.2);
    path.cubicTo(4.7, 0.9, 3.7, 0, 2.3, 0);
    path.cubicTo(1.4, 0, 0.7, 0.3, 0.2, 0.9);
    return path;
}

QPainterPath four()
{
    QPainterPath path(QPointF(2.7, 7.2));
    path.lineTo(0.2, 2.0);
    path.lineTo(4.9, 2.0);
    path.moveTo(3.7, 3.9);
    path.lineTo(3.7, 0);
    return path;
}

QPainterPath five()
{
    QPainterPath path(QPointF(4.3, 7.2));
    path.lineTo(1.0, 7.2);
    path.lineTo(0.8, 4.2);
    path.cubicTo(1.3, 4.5, 1.8, 4.6, 2.4, 4.6);
    path.cubicTo(3.8, 4.6, 4.7, 3.7, 4.7, 2.3);
    path.cubicTo(4.7, 0.9, 3.7, 0, 2.3, 0);
    path.cubicTo(1.5, 0, 0.8, 0.2, 0.3, 0.6);
    return path;
}

QPainterPath six()
{
    QPainterPath path(QPointF(3.5, 7.2));
    path.cubicTo(1.8, 5.6, 0.3, 4.2, 0.3, 2.3);
    path.cubicTo(0.3, 0.9, 1.2, 0, 2.5, 0);
    path.cubicTo(3.8, 0, 4.7, 0.9, 4.7, 2.2);
    path.cubicTo(4.7, 3.5, 3.8, 4.3, 2.6, 4.3);
    path.cubicTo(1.6, 4.3, 0.8, 3.8, 0.4, 2.9);
    return path;
}

QPainterPath seven()
{
    QPainterPath path(QPointF(0.4, 7.2));
    path.lineTo(4.6, 7.2);
    path.cubicTo(2.8, 4.6, 2.0, 2.4, 2.0, 0);
    return path;
}

QPainterPath eight()
{
    QPainterPath path(QPointF(2.5, 3.9));
    path.cubicTo(1.3, 4.2, 0.7, 4.8, 0.7, 5.6);
    path.cubicTo(0.7, 6.6, 1.4, 7.2, 2.5, 7.2);
    path.cubicTo(3.6, 7.2, 4.3, 6.6, 4.3, 5.6);
    path.cubicTo(4.3, 4.8, 3.7, 4.2, 2.5, 3.9);
    path.cubicTo(1.0, 3.5, 0.2, 2.9, 0.2, 1.9);
    path.cubicTo(0.2, 0.8, 1.1, 0, 2.5, 0);
    path.cubicTo(3.9, 0, 4.8, 0.8, 4.8, 1.9);
    path.cubicTo(4.8, 2.9, 4.0, 3.5, 2.5, 3.9);
    return path;
}

QPainterPath nine()
{
    QTransform turned;
    turned.translate(5.0, 7.2);
    turned.rotate(180);
    return turned.map(six());
}

QPainterPath centreLine(QChar character)
{
    QPainterPath path;
    switch (character.unicode()) {
    case u'0':
        return zero();
    case u'1':
        return one();
    case u'2':
        return two();
    case u'3':
        return three();
    case u'4':
        return four();
    case u'5':
        return five();
    case u'6':
        return six();
    case u'7':
        return seven();
    case u'8':
        return eight();
    case u'9':
        return nine();
    case u'X':
        path.moveTo(0.3, 7.2);
        path.lineTo(4.7, 0);
        path.moveTo(4.7, 7.2);
        path.lineTo(0.3, 0);
        return path;
    case u'.':
        path.addEllipse(QPointF(2.5, 0.15), 0.25, 0.25);
        return path;
    case u'-':
        path.moveTo(0.9, 3.2);
        path.lineTo(4.1, 3.2);
        return path;
    default:
        return path;
    }
}

} // namespace

QPainterPath ocrBOutline(const QString& text, double em, double advance, double strokeWidth)
{
    QPainterPathStroker stroker;
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    const double unit = em / 10.0; // capitals are 0.72 em high
    stroker.setWidth(strokeWidth / unit);
    stroker.setCurveThreshold(0.01);
    QPainterPath whole;
    whole.setFillRule(Qt::WindingFill);
    double x = 0;
    for (const QChar character : text) {
        QTransform place;
        place.translate(x, 0);
        place.scale(unit, -unit);
        whole.addPath(place.map(stroker.createStroke(centreLine(character))));
        x += advance;
    }
    return whole;
}

} // namespace handshake::papereval
