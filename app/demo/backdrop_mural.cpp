// SPDX-License-Identifier: Apache-2.0
#include "app/demo/backdrop_mural_p.h"

#include "app/demo/seeded_p.h"

#include <QLinearGradient>
#include <QPainterPath>

#include <cmath>

namespace handshake {

namespace {

void drawSky(QPainter& painter, const BackdropDesign& design, QSizeF size, Seeded& random)
{
    QLinearGradient sky(0, 0, 0, size.height() * 0.8);
    sky.setColorAt(0, design.ground.darker(115));
    sky.setColorAt(1, design.ground.lighter(190));
    painter.fillRect(QRectF({0, 0}, size), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(250, 232, 190));
    const double sun = size.height() * random.between(0.04, 0.07);
    painter.drawEllipse(QPointF(size.width() * random.between(0.7, 0.92),
                                size.height() * random.between(0.26, 0.34)),
                        sun, sun);
    painter.setBrush(QColor(255, 255, 255, 90));
    for (int i = 0; i < 9; ++i) {
        const QPointF at(random.between(0, size.width()),
                         size.height() * random.between(0.2, 0.45));
        for (int puff = 0; puff < 4; ++puff) {
            const double wide = size.height() * random.between(0.03, 0.08);
            painter.drawEllipse(at + QPointF(puff * wide, random.between(-0.2, 0.2) * wide), wide,
                                wide * 0.35);
        }
    }
}

void drawHills(QPainter& painter, const BackdropDesign& design, QSizeF size, Seeded& random)
{
    for (int layer = 0; layer < 3; ++layer) {
        QPainterPath hill(QPointF(0, size.height()));
        const double base = size.height() * (0.48 + 0.09 * layer);
        constexpr int kPeaks = 14;
        for (int i = 0; i <= kPeaks; ++i)
            hill.lineTo(size.width() * i / kPeaks,
                        base + size.height() * random.between(-0.09, 0.05));
        hill.lineTo(size.width(), size.height());
        painter.fillPath(hill, design.ground.lighter(165 - 22 * layer));
    }
}

void drawHouses(QPainter& painter, const BackdropDesign& design, QSizeF size, Seeded& random)
{
    double x = -size.width() * 0.02;
    while (x < size.width()) {
        const double wide = size.width() * random.between(0.03, 0.075);
        const double high = size.height() * random.between(0.1, 0.36);
        const QRectF house(x, size.height() * 0.88 - high, wide, high);
        painter.fillRect(house, design.ground.darker(110 + random.below(70)));
        const int columns = 2 + random.below(4);
        const int rows = 3 + random.below(7);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                if (random.below(4) == 0)
                    continue;
                const QColor light =
                    random.below(3) == 0 ? QColor(250, 220, 150) : design.ground.lighter(180);
                painter.fillRect(QRectF(house.x() + (column + 0.25) * wide / columns,
                                        house.y() + (row + 0.3) * high / rows, 0.5 * wide / columns,
                                        0.45 * high / rows),
                                 light);
            }
        }
        if (random.below(3) == 0) { // a mast
            painter.setPen(QPen(design.ground.darker(150), size.height() * 0.004));
            painter.drawLine(house.topLeft() + QPointF(wide / 2, 0),
                             house.topLeft() + QPointF(wide / 2, -size.height() * 0.06));
            painter.setPen(Qt::NoPen);
        }
        x += wide * random.between(1.0, 1.25);
    }
    painter.fillRect(QRectF(0, size.height() * 0.87, size.width(), size.height() * 0.13),
                     design.ground.darker(150));
}

} // namespace

void drawMural(QPainter& painter, const BackdropDesign& design, QSizeF size)
{
    Seeded random(design.seed, 63U + static_cast<std::uint32_t>(design.edition));
    painter.setPen(Qt::NoPen);
    drawSky(painter, design, size, random);
    drawHills(painter, design, size, random);
    drawHouses(painter, design, size, random);
}

} // namespace handshake
