// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/emblems_p.h"

#include <QPolygonF>
#include <QTransform>

#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace handshake::evaluation {

namespace {

using Parts = std::vector<EmblemPart>;

QPointF onCircle(double turns, double radius)
{
    const double angle = turns * 2 * std::numbers::pi;
    return {radius * std::sin(angle), -radius * std::cos(angle)};
}

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath disc(QPointF centre, double radiusX, double radiusY)
{
    QPainterPath path;
    path.addEllipse(centre, radiusX, radiusY);
    return path;
}

QPainterPath ring(QPointF centre, double outer, double inner)
{
    return disc(centre, outer, outer).subtracted(disc(centre, inner, inner));
}

QPainterPath turned(const QPainterPath& path, double turns)
{
    return QTransform().rotate(turns * 360).map(path);
}

/// Roofs over each other on a base: a tower of `floors`.
Parts tower(int floors)
{
    Parts parts;
    const double step = 1.5 / floors;
    for (int i = 0; i < floors; ++i) {
        const double top = -0.75 + i * step;
        const double half = 0.35 + 0.5 * (i + 1) / floors;
        QPainterPath roof(QPointF(-half, top + step * 0.55));
        roof.quadTo(-half * 0.35, top + step * 0.35, 0, top);
        roof.quadTo(half * 0.35, top + step * 0.35, half, top + step * 0.55);
        roof.quadTo(0, top + step * 0.4, -half, top + step * 0.55);
        parts.push_back({roof, 0});
        QPainterPath wall;
        wall.addRect(-half * 0.5, top + step * 0.5, half, step * 0.4);
        parts.push_back({wall, 1});
    }
    return parts;
}

/// `count` crests over each other under a disc.
Parts waves(int count)
{
    Parts parts{{disc({0.1, -0.45}, 0.42, 0.42), 1}};
    for (int i = 0; i < count; ++i) {
        const double y = -0.1 + i * 0.9 / count;
        QPainterPath wave(QPointF(-0.95 + 0.06 * i, y));
        wave.cubicTo(-0.5, y - 0.5, -0.3, y + 0.45, 0.1, y);
        wave.cubicTo(0.4, y - 0.35, 0.6, y + 0.2, 0.95 - 0.06 * i, y - 0.05);
        wave.cubicTo(0.5, y + 0.45, 0.1, y + 0.1, -0.1, y + 0.28);
        wave.cubicTo(-0.4, y + 0.45, -0.7, y, -0.95 + 0.06 * i, y);
        parts.push_back({wave, 0});
    }
    return parts;
}

/// Blades turned about the middle.
Parts blades(const QPainterPath& blade, int count, bool alternate)
{
    Parts parts;
    for (int i = 0; i < count; ++i)
        parts.push_back({turned(blade, double(i) / count), alternate ? i % 2 : 0});
    return parts;
}

/// Cubes seen from a corner, `rows` rows of them.
Parts cubes(int rows)
{
    Parts parts;
    const double size = 0.95 / rows;
    for (int row = 0; row < rows; ++row) {
        for (int i = 0; i <= row; ++i) {
            const QPointF at((i - row / 2.0) * size * 1.74, -0.9 + size * 0.9 + row * size * 1.5);
            const QPointF x(size * 0.82, size * 0.47);
            const QPointF y(-size * 0.82, size * 0.47);
            const QPointF z(0, size * 0.95);
            parts.push_back({polygon({at, at + y, at + y + z, at + z}), 0});
            parts.push_back({polygon({at, at + x, at + x + z, at + z}), 1});
            parts.push_back({polygon({at, at - y, at - y - x * 0.0 - z * 0.5, at - z * 0.0}), 0});
        }
    }
    return parts;
}

/// A shell of growing discs.
Parts shell(int count, double turn)
{
    Parts parts;
    for (int i = 0; i < count; ++i) {
        const double grown = double(i + 1) / count;
        parts.push_back(
            {disc(onCircle(i * turn, 0.15 + 0.55 * grown), 0.06 + 0.2 * grown, 0.06 + 0.2 * grown),
             i % 2});
    }
    return parts;
}

/// Arches of a bridge over two bars.
Parts bridge(int arches)
{
    QPainterPath deck;
    deck.addRoundedRect(-0.95, -0.25, 1.9, 0.75, 0.1, 0.1);
    const double width = 1.8 / arches;
    for (int i = 0; i < arches; ++i)
        deck = deck.subtracted(
            disc({-0.9 + width * (i + 0.5), 0.5}, width * 0.38, 0.3 + 0.12 * (i % 2)));
    QPainterPath mast = polygon({{-0.3, -0.25}, {-0.05, -0.95}, {0.2, -0.25}});
    QPainterPath water;
    water.addRect(-0.85, 0.62, 1.7, 0.1);
    water.addRect(-0.6, 0.8, 1.2, 0.09);
    return {{deck, 0}, {mast, 1}, {water, 1}};
}

/// A bird folded from paper.
Parts bird(double lift)
{
    return {{polygon({{-0.95, -0.5 - lift}, {-0.1, -0.05}, {-0.35, 0.35}}), 0},
            {polygon({{0.9, -0.85 + lift}, {0.05, 0.0}, {0.25, 0.45}}), 1},
            {polygon({{-0.35, 0.35}, {-0.1, -0.05}, {0.05, 0.0}, {0.25, 0.45}, {-0.05, 0.75}}), 0},
            {polygon({{0.25, 0.45}, {0.95, 0.3}, {0.55, 0.62}}), 0},
            {polygon({{-0.35, 0.35}, {-0.9, 0.85}, {-0.05, 0.75}}), 1}};
}

/// Frames woven through each other.
Parts weave(int count)
{
    Parts parts;
    for (int i = 0; i < count; ++i) {
        QPainterPath outer;
        outer.addRoundedRect(-0.85, -0.3, 1.7, 0.6, 0.25, 0.25);
        QPainterPath inner;
        inner.addRoundedRect(-0.68, -0.15, 1.36, 0.3, 0.14, 0.14);
        parts.push_back({turned(outer.subtracted(inner), double(i) / (2 * count)), i % 2});
    }
    return parts;
}

/// A leaf with veins, leaning by `turns`.
Parts leaf(double turns, int veins)
{
    QPainterPath blade(QPointF(0, 0.95));
    blade.cubicTo(-1.0, 0.3, -0.6, -0.6, 0.05, -0.95);
    blade.cubicTo(0.75, -0.5, 0.85, 0.4, 0, 0.95);
    Parts parts{{turned(blade, turns), 0}};
    for (int i = 0; i < veins; ++i) {
        const double y = -0.45 + 1.1 * i / veins;
        const double reach = i % 2 == 0 ? 0.5 : -0.5;
        parts.push_back(
            {turned(
                 polygon({{0, y + 0.3}, {reach, y - 0.02}, {reach * 0.9, y + 0.1}, {0, y + 0.42}}),
                 turns),
             2});
    }
    return parts;
}

Parts bodyOf(int kind)
{
    QPainterPath petal(QPointF(0, -0.1));
    petal.cubicTo(-0.4, -0.5, -0.2, -0.85, 0, -0.98);
    petal.cubicTo(0.2, -0.85, 0.4, -0.5, 0, -0.1);
    QPainterPath hook(QPointF(0, -0.2));
    hook.cubicTo(-0.1, -0.7, 0.3, -1.0, 0.62, -0.76);
    hook.cubicTo(0.35, -0.72, 0.2, -0.5, 0.25, -0.15);
    hook.closeSubpath();
    switch (kind) {
    case 0:
        return waves(3);
    case 1:
        return tower(3);
    case 2:
        return blades(petal, 7, false);
    case 3:
        return cubes(2);
    case 4:
        return shell(11, 0.13);
    case 5:
        return bridge(3);
    case 6:
        return bird(0.1);
    case 7:
        return weave(3);
    case 8:
        return leaf(0.09, 5);
    case 9:
        return blades(hook, 5, true);
    case 10:
        return blades(polygon({{0, -0.98}, {0.22, -0.25}, {0, -0.05}, {-0.22, -0.25}}), 8, true);
    case 11:
        return waves(2);
    case 12:
        return tower(5);
    case 13:
        return blades(petal, 4, true);
    case 14:
        return cubes(3);
    case 15:
        return shell(17, 0.31);
    case 16:
        return bridge(5);
    case 17:
        return bird(-0.25);
    case 18:
        return weave(4);
    case 19:
        return leaf(-0.12, 3);
    case 20:
        return blades(hook, 9, false);
    case 21:
        return blades(polygon({{-0.1, -0.95}, {0.42, -0.6}, {0.1, -0.2}, {-0.05, -0.3}}), 6, true);
    case 22:
        return {
            {ring({0, 0}, 0.95, 0.74), 0},
            {polygon({{-0.5, 0.4}, {-0.15, -0.5}, {0.1, 0.05}, {0.25, -0.25}, {0.55, 0.4}}), 1}};
    default:
        return {{disc({-0.35, -0.2}, 0.55, 0.55), 0},
                {disc({0.35, -0.2}, 0.55, 0.55), 1},
                {disc({0, 0.4}, 0.55, 0.55), 0},
                {ring({0, 0.02}, 0.4, 0.25), 2}};
    }
}

} // namespace

QRectF emblemChange(int kind)
{
    // By the side of the emblem, so that no body hides it.
    const QPointF at = kind % 2 == 0 ? QPointF(0.86, 0.86) : QPointF(-0.86, 0.86);
    return {at.x() - 0.22, at.y() - 0.22, 0.44, 0.44};
}

std::vector<EmblemPart> emblem(int kind, bool variant)
{
    Parts parts = bodyOf(kind);
    const QRectF box = emblemChange(kind);
    if (variant)
        parts.push_back({disc(box.center(), 0.19, 0.19), 1});
    else
        parts.push_back(
            {polygon({box.center() + QPointF(-0.2, 0.2), box.center() + QPointF(0, -0.2),
                      box.center() + QPointF(0.2, 0.2)}),
             1});
    return parts;
}

} // namespace handshake::evaluation
