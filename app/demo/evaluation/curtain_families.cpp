// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/curtain_brush_p.h"
#include "app/demo/evaluation/dice_p.h"
#include "app/demo/evaluation/steps_p.h"

#include <QLinearGradient>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace handshake::evaluation {

namespace {

using What = CurtainPlace::What;

QRectF share(QSizeF size, double x, double y, double width, double height)
{
    return {x * size.width(), y * size.height(), width * size.width(), height * size.height()};
}

QColor mixed(const QColor& a, const QColor& b, double part)
{
    const auto blend = [part](int from, int to) {
        return int(std::floor(from + (to - from) * part + 0.5));
    };
    return {blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue())};
}

/// Sweeping bands in the corners, as printers like them.
void sweeps(CurtainBrush& brush, const ProviderLook& look)
{
    const QSizeF size = brush.size();
    Dice dice(look.seed, 1);
    for (int i = 0; i < 4; ++i) {
        const double rise = dice.between(0.08, 0.3);
        QPainterPath band(QPointF(0, size.height()));
        band.lineTo(0, size.height() * (1 - rise * 0.6));
        band.cubicTo(size.width() * dice.between(0.2, 0.4), size.height() * (1 - rise * 1.2),
                     size.width() * dice.between(0.5, 0.7), size.height() * (1.02 - rise * 0.2),
                     size.width(), size.height() * (1 - rise));
        band.lineTo(size.width(), size.height());
        QColor colour = i % 2 == 0 ? look.second : look.ink;
        colour.setAlpha(26 + 12 * i);
        brush.painter().setBrush(colour);
        brush.painter().drawPath(band);
    }
}

/// Scales, lattice or rings all over: the ornament of tone-on-tone cloth.
void ornament(CurtainBrush& brush, const ProviderLook& look)
{
    QPainter& painter = brush.painter();
    const QSizeF size = brush.size();
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mixed(look.ground, look.second, 0.75), 7));
    const double step = 130 + 20 * static_cast<double>(look.seed % 3);
    int row = 0;
    for (const double y : steps(0, size.height() + step, step * 0.5)) {
        for (const double x : steps(row++ % 2 == 0 ? 0 : step / 2, size.width() + step, step)) {
            if (look.layout == 0) {
                for (const double radius : {0.5, 0.34, 0.18})
                    painter.drawArc(QRectF(x - radius * step, y - radius * step, 2 * radius * step,
                                           2 * radius * step),
                                    0, 180 * 16);
            } else if (look.layout == 1) {
                painter.drawRect(QRectF(x - 0.3 * step, y - 0.15 * step, 0.6 * step, 0.3 * step));
                painter.drawLine(QPointF(x, y - 0.25 * step), QPointF(x, y + 0.25 * step));
            } else {
                painter.drawEllipse(QPointF(x, y), 0.32 * step, 0.2 * step);
                painter.drawEllipse(QPointF(x, y), 0.12 * step, 0.2 * step);
            }
        }
    }
    painter.restore();
    painter.setPen(Qt::NoPen);
}

/// A line that wanders: sum of waves, none of them regular against the others.
QPainterPath range(Dice& dice, QSizeF size, double level, double height, bool jagged)
{
    double phases[5];
    for (double& phase : phases)
        phase = dice.between(0, 2 * std::numbers::pi);
    QPainterPath path(QPointF(0, size.height()));
    for (int i = 0; i <= 120; ++i) {
        const double x = i / 120.0;
        double wave = 0;
        for (int k = 0; k < 5; ++k) {
            const double turn = (1.3 + 2.1 * k) * x * std::numbers::pi + phases[k];
            const double value = jagged
                                     ? 1 - std::abs(std::fmod(turn / std::numbers::pi, 2.0) - 1) * 2
                                     : std::sin(turn);
            wave += value / (1 + k);
        }
        path.lineTo(x * size.width(), size.height() * (level - height * wave * 0.5));
    }
    path.lineTo(size.width(), size.height());
    return path;
}

void mountains(CurtainBrush& brush, const ProviderLook& look)
{
    QPainter& painter = brush.painter();
    const QSizeF size = brush.size();
    Dice dice(look.seed, 2);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, look.ground);
    sky.setColorAt(1, look.second);
    painter.fillRect(QRectF(QPointF(0, 0), size), sky);
    painter.setBrush(QColor(252, 226, 190));
    painter.drawEllipse(QPointF(dice.between(0.55, 0.85) * size.width(), 0.2 * size.height()), 110,
                        110);
    for (int i = 0; i < 6; ++i) {
        painter.setBrush(mixed(mixed(look.ground, look.second, 0.5), look.ink, 0.12 + 0.14 * i));
        painter.drawPath(range(dice, size, 0.38 + 0.1 * i, 0.24 - 0.025 * i, true));
    }
    painter.setPen(QPen(look.ink, 5));
    for (int i = 0; i < 9; ++i) {
        const QPointF at(dice.between(0.05, 0.6) * size.width(),
                         dice.between(0.06, 0.3) * size.height());
        painter.drawLine(at, at + QPointF(-26, -14));
        painter.drawLine(at, at + QPointF(28, -16));
    }
    painter.setPen(Qt::NoPen);
}

void skyline(CurtainBrush& brush, const ProviderLook& look)
{
    QPainter& painter = brush.painter();
    const QSizeF size = brush.size();
    Dice dice(look.seed, 3);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, look.ground);
    sky.setColorAt(0.8, look.second);
    painter.fillRect(QRectF(QPointF(0, 0), size), sky);
    for (int depth = 0; depth < 3; ++depth) {
        const QColor wall = mixed(look.second, look.ground, 0.35 + 0.3 * depth);
        double x = -40;
        while (x < size.width()) {
            const double width = dice.between(60, 150);
            const double top = size.height() * (0.25 + 0.14 * depth + dice.between(0, 0.28));
            painter.setBrush(wall);
            painter.drawRect(QRectF(x, top, width, size.height() - top));
            painter.setBrush(mixed(wall, look.ink, 0.55));
            for (const double y : steps(top + 18, size.height() * 0.9, 34)) {
                for (const double w : steps(12, width - 20, 26)) {
                    if (dice.below(3) != 0)
                        painter.drawRect(QRectF(x + w, y, 13, 18));
                }
            }
            x += width + dice.between(0, 22);
        }
    }
    painter.setBrush(mixed(look.ground, QColor(10, 20, 40), 0.4));
    painter.drawPath(range(dice, size, 0.93, 0.05, false));
}

void ribbons(CurtainBrush& brush, const ProviderLook& look)
{
    QPainter& painter = brush.painter();
    const QSizeF size = brush.size();
    Dice dice(look.seed, 4);
    for (int i = 0; i < 9; ++i) {
        QPainterPath ribbon = range(dice, size, 0.1 + 0.1 * i, 0.3, false)
                                  .subtracted(range(dice, size, 0.2 + 0.1 * i, 0.26, false));
        QColor colour = i % 3 == 0 ? look.second : mixed(look.ground, look.ink, 0.12 * i);
        colour.setAlpha(190);
        painter.setBrush(colour);
        painter.drawPath(ribbon);
    }
    std::vector<QPointF> nodes;
    constexpr int kNodes = 34;
    nodes.reserve(kNodes);
    for (int i = 0; i < kNodes; ++i)
        nodes.emplace_back(dice.between(0, 1) * size.width(), dice.between(0, 1) * size.height());
    painter.setPen(QPen(mixed(look.second, look.ink, 0.6), 4));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t k = i + 1; k < nodes.size(); ++k) {
            const QPointF apart = nodes[i] - nodes[k];
            if (apart.manhattanLength() < 260)
                painter.drawLine(nodes[i], nodes[k]);
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ink);
    for (const QPointF& node : nodes) {
        const double radius = dice.between(7, 16);
        painter.drawEllipse(node, radius, radius);
    }
}

} // namespace

void paintCentral(CurtainBrush& brush, const ProviderLook& look, SmallChange change)
{
    const QSizeF size = brush.size();
    sweeps(brush, look);
    const bool emblemChanges = change == SmallChange::Emblem;
    const bool sloganChanges = change == SmallChange::Slogan;
    const bool yearChanges = change == SmallChange::Year;
    if (look.layout == 0) {
        brush.emblem(look, share(size, 0.3, 0.12, 0.4, 0.42), look.ink, look.second, emblemChanges);
        brush.text(look.name, share(size, 0.08, 0.6, 0.84, 0.1), look.ink, look, What::Name);
        brush.text(look.purpose, share(size, 0.25, 0.74, 0.5, 0.06), look.second, look, What::Text);
        brush.text(look.slogan, share(size, 0.04, 0.04, 0.3, 0.055), look.ink, look, What::Text,
                   sloganChanges);
        brush.text(look.year, share(size, 0.78, 0.04, 0.17, 0.05), look.second, look, What::Text,
                   yearChanges);
    } else if (look.layout == 1) {
        brush.painter().fillRect(share(size, 0, 0, 1, 0.17), look.ink);
        brush.text(look.name, share(size, 0.05, 0.04, 0.9, 0.09), look.ground, look, What::Name);
        brush.emblem(look, share(size, 0.25, 0.25, 0.5, 0.5), look.ink, look.second, emblemChanges);
        brush.text(look.slogan, share(size, 0.02, 0.2, 0.24, 0.05), look.ink, look, What::Text,
                   sloganChanges);
        brush.text(look.year, share(size, 0.78, 0.2, 0.18, 0.05), look.second, look, What::Text,
                   yearChanges);
        brush.text(look.purpose, share(size, 0.15, 0.82, 0.7, 0.07), look.ink, look, What::Text);
    } else {
        brush.emblem(look, share(size, 0.05, 0.12, 0.3, 0.5), look.ink, look.second, emblemChanges);
        brush.text(look.name, share(size, 0.38, 0.14, 0.58, 0.1), look.ink, look, What::Name);
        brush.text(look.brand, share(size, 0.64, 0.3, 0.32, 0.08), look.second, look, What::Text);
        brush.text(look.purpose, share(size, 0.66, 0.46, 0.3, 0.06), look.ink, look, What::Text);
        brush.text(look.slogan, share(size, 0.06, 0.72, 0.3, 0.06), look.ink, look, What::Text,
                   sloganChanges);
        brush.text(look.year, share(size, 0.76, 0.6, 0.18, 0.06), look.second, look, What::Text,
                   yearChanges);
    }
}

void paintTiled(CurtainBrush& brush, const ProviderLook& look, SmallChange change)
{
    QPainter& painter = brush.painter();
    const QSizeF size = brush.size();
    const double width = look.layout == 0 ? 250 : look.layout == 1 ? 320 : 210;
    const double height = width * (look.layout == 1 ? 0.5 : 0.8);
    int row = 0;
    for (const double y : steps(height * 0.1, size.height(), height * 1.15)) {
        for (const double x :
             steps((row++ % 2 == 0 ? 0.1 : -0.45) * width, size.width(), width * 1.15)) {
            const QRectF tile(x, y, width, height);
            if (!QRectF(QPointF(0, 0), size).contains(tile))
                continue;
            const bool wide = look.layout == 1;
            const QRectF mark =
                wide ? QRectF(x, y, width * 0.34, height) : QRectF(x, y, width, height * 0.55);
            const QRectF lines =
                wide ? QRectF(x + width * 0.38, y + height * 0.1, width * 0.62, height * 0.8)
                     : QRectF(x, y + height * 0.6, width, height * 0.4);
            brush.emblem(look, mark, look.ink, look.second, change == SmallChange::Emblem);
            brush.text(look.name, {lines.x(), lines.y(), lines.width(), lines.height() * 0.5},
                       look.ink, look, What::Name);
            const QRectF under(lines.x(), lines.y() + lines.height() * 0.6, lines.width(),
                               lines.height() * 0.36);
            brush.text(look.slogan, under.adjusted(0, 0, -under.width() * 0.52, 0), look.second,
                       look, What::Text, change == SmallChange::Slogan);
            brush.text(look.year, under.adjusted(under.width() * 0.52, 0, 0, 0), look.second, look,
                       What::Text, change == SmallChange::Year);
        }
    }
    painter.setPen(Qt::NoPen);
}

void paintTone(CurtainBrush& brush, const ProviderLook& look, SmallChange change)
{
    const QSizeF size = brush.size();
    ornament(brush, look);
    const QRectF plate =
        look.layout == 1 ? share(size, 0.1, 0.08, 0.8, 0.6) : share(size, 0.16, 0.1, 0.68, 0.58);
    QPainterPath oval;
    oval.addRoundedRect(plate, 60, 60);
    brush.painter().setBrush(look.ground);
    brush.painter().drawPath(oval);
    const auto inside = [&plate](double x, double y, double width, double height) {
        return QRectF(plate.x() + x * plate.width(), plate.y() + y * plate.height(),
                      width * plate.width(), height * plate.height());
    };
    brush.emblem(look, inside(0.3, 0.04, 0.4, 0.56), look.ink, look.second,
                 change == SmallChange::Emblem);
    brush.text(look.name, inside(0.03, 0.66, 0.94, 0.16), look.ink, look, What::Name);
    brush.text(look.slogan, inside(0.02, 0.06, 0.26, 0.1), look.ink, look, What::Text,
               change == SmallChange::Slogan);
    brush.text(look.year, inside(0.76, 0.06, 0.2, 0.1), look.ink, look, What::Text,
               change == SmallChange::Year);
    brush.text(look.purpose, inside(0.2, 0.86, 0.6, 0.1), look.ink, look, What::Text);
}

void paintMural(CurtainBrush& brush, const ProviderLook& look, SmallChange change)
{
    const QSizeF size = brush.size();
    if (look.layout == 0)
        mountains(brush, look);
    else if (look.layout == 1)
        skyline(brush, look);
    else
        ribbons(brush, look);
    brush.emblem(look, share(size, 0.03, 0.05, 0.17, 0.22), look.ink, look.second,
                 change == SmallChange::Emblem);
    brush.text(look.name, share(size, 0.22, 0.06, 0.5, 0.07), look.ink, look, What::Name);
    brush.text(look.purpose, share(size, 0.22, 0.16, 0.3, 0.05), look.ink, look, What::Text);
    brush.text(look.slogan, share(size, 0.7, 0.24, 0.28, 0.06), look.ink, look, What::Text,
               change == SmallChange::Slogan);
    brush.text(look.year, share(size, 0.8, 0.05, 0.17, 0.05), look.ink, look, What::Text,
               change == SmallChange::Year);
}

} // namespace handshake::evaluation
