// SPDX-License-Identifier: Apache-2.0
#include "app/demo/backdrop_drawing.h"

#include "app/demo/backdrop_mural_p.h"
#include "app/demo/seeded_p.h"

#include <QFont>
#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr double kFullTurn = 2.0 * std::numbers::pi;

/// One line of text and how it looks; box as shares of the artwork.
struct Line {
    QString text;
    QRectF box;
    double spacing; ///< of letters, per cent
};

/// How much lighter than its ground a tone-on-tone print is, per cent.
constexpr int kTonalLight = 124;

bool isTonal(const BackdropDesign& design)
{
    return design.layout == BackdropLayout::Tonal;
}

std::vector<Line> linesOf(const BackdropDesign& design)
{
    if (design.layout == BackdropLayout::Tiled)
        return {{design.provider, QRectF(0.11, 0.07, 0.78, 0.12), 104},
                {design.slogan, QRectF(0.11, 0.84, 0.78, 0.085), 106}};
    if (design.layout == BackdropLayout::Mural)
        return {{design.provider, QRectF(0.11, 0.06, 0.78, 0.115), 106},
                {design.slogan, QRectF(0.2, 0.885, 0.6, 0.07), 106}};
    return {{design.provider, QRectF(0.11, 0.07, 0.78, 0.125), 106},
            {design.purpose, QRectF(0.095, 0.43, 0.17, 0.08), 104},
            {design.purpose, QRectF(0.735, 0.43, 0.17, 0.08), 104},
            {design.slogan, QRectF(0.11, 0.84, 0.78, 0.085), 106}};
}

QPainterPath textPath(const Line& line, QSizeF artwork)
{
    const QRectF box(line.box.x() * artwork.width(), line.box.y() * artwork.height(),
                     line.box.width() * artwork.width(), line.box.height() * artwork.height());
    QFont font(u"Noto Sans CJK SC"_s);
    font.setWeight(QFont::Bold);
    font.setPixelSize(100);
    font.setLetterSpacing(QFont::PercentageSpacing, line.spacing);
    QPainterPath path;
    path.addText(0, 0, font, line.text);
    const QRectF bounds = path.boundingRect();
    if (bounds.isEmpty())
        return {};
    const double scale = std::min(box.width() / bounds.width(), box.height() / bounds.height());
    QTransform place;
    place.translate(box.center().x(), box.center().y());
    place.scale(scale, scale);
    place.translate(-bounds.center().x(), -bounds.center().y());
    return place.map(path);
}

/// Lines, corners and dots as on a circuit board: what gives the plain parts something to hold on
/// to.
void drawOrnament(QPainter& painter, const BackdropDesign& design, QSizeF size)
{
    Seeded random(design.seed, 21U + static_cast<std::uint32_t>(design.edition));
    const double unit = size.height() / 100.0;
    const QColor line = design.ground.lighter(isTonal(design) ? kTonalLight : 150);
    for (int i = 0; i < 90; ++i) {
        QPointF at(random.between(0, size.width()), random.between(0, size.height()));
        QPainterPath path(at);
        int direction = random.below(8);
        for (int step = 0; step < 3; ++step) {
            const double angle = direction * kFullTurn / 8.0;
            const double length = unit * random.between(3, 13);
            at += QPointF(std::cos(angle), std::sin(angle)) * length;
            path.lineTo(at);
            direction += random.below(2) == 0 ? 1 : -1;
        }
        QColor colour = line;
        colour.setAlphaF(static_cast<float>(random.between(0.35, 0.8)));
        painter.setPen(QPen(colour, unit * random.between(0.25, 0.6)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const double dot = unit * random.between(0.6, 1.3);
        painter.drawEllipse(at, dot, dot);
    }
}

/// A geometric mark of rings, petals and bars; invented, and another one for each seed.
void drawEmblem(QPainter& painter, const BackdropDesign& design, QPointF centre, double radius)
{
    Seeded random(design.markSeed != 0 ? design.markSeed : design.seed,
                  42U + static_cast<std::uint32_t>(design.edition));
    const int petals = 3 + random.below(5);
    const double twist = random.between(0.0, 0.6);
    const double inner = random.between(0.28, 0.45);
    QColor light(236, 242, 250);
    QColor accent = QColor::fromHsv(20 + random.below(35), 190, 240);
    if (isTonal(design)) {
        light = design.ground.lighter(kTonalLight);
        accent = design.ground.lighter(kTonalLight - 8);
    }
    painter.save();
    painter.translate(centre);
    painter.scale(radius, radius);
    painter.setPen(QPen(light, 0.07));
    painter.setBrush(Qt::NoBrush);
    const int gap = random.below(360);
    painter.drawArc(QRectF(-0.95, -0.95, 1.9, 1.9), gap * 16, (250 + random.below(90)) * 16);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < petals; ++i) {
        painter.save();
        painter.rotate(360.0 * i / petals + 40.0 * twist);
        QPainterPath petal(QPointF(inner, 0));
        petal.cubicTo(0.5, -0.28 - twist * 0.2, 0.75, -0.2, 0.82, 0.05 + twist * 0.2);
        petal.cubicTo(0.66, 0.1, 0.5, 0.16, inner, 0);
        painter.fillPath(petal, i % 2 == 0 ? light : accent);
        painter.restore();
    }
    painter.setBrush(accent);
    switch (random.below(3)) {
    case 0:
        painter.drawEllipse(QPointF(0, 0), inner * 0.6, inner * 0.6);
        break;
    case 1:
        painter.rotate(random.between(10, 80));
        painter.drawRect(QRectF(-inner * 0.5, -inner * 0.5, inner, inner));
        break;
    default:
        painter.drawPolygon(QPolygonF{
            {-inner * 0.6, inner * 0.4}, {inner * 0.6, inner * 0.4}, {inner * 0.1, -inner * 0.6}});
        break;
    }
    painter.restore();
}

void drawTexts(QPainter& painter, const BackdropDesign& design, QSizeF size)
{
    for (const Line& line : linesOf(design))
        painter.fillPath(textPath(line, size), isTonal(design) ? design.ground.lighter(kTonalLight)
                                                               : QColor(248, 250, 252));
}

/// What a provider changes from year to year: a seal with a number in a star.
void drawBadge(QPainter& painter, const BackdropDesign& design, QSizeF size)
{
    const double radius = size.height() * 0.075;
    const QPointF centre(size.width() * 0.9, size.height() * 0.7);
    const QColor dark = design.ground.darker(170);
    const QColor light =
        isTonal(design) ? design.ground.lighter(kTonalLight) : QColor(232, 214, 150);
    QPolygonF star;
    const int points = 8 + design.badge % 5;
    for (int i = 0; i < 2 * points; ++i) {
        const double angle = i * kFullTurn / (2 * points);
        star << centre + QPointF(std::cos(angle), std::sin(angle)) * radius * (i % 2 ? 0.8 : 1.0);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawPolygon(star);
    const QRectF box((centre.x() - radius * 0.55) / size.width(),
                     (centre.y() - radius * 0.4) / size.height(), radius * 1.1 / size.width(),
                     radius * 0.8 / size.height());
    painter.fillPath(textPath({QString::number(20 + design.badge), box, 100}, size), dark);
}

void drawTiles(QPainter& painter, const BackdropDesign& design, QSizeF size)
{
    constexpr int kColumns = 6;
    constexpr int kRows = 4;
    const QSizeF cell(size.width() / kColumns, size.height() * 0.64 / kRows);
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const double shift = row % 2 == 0 ? 0.25 : -0.25;
            const QPointF at((column + 0.5 + shift) * cell.width(),
                             size.height() * 0.2 + (row + 0.5) * cell.height());
            drawEmblem(painter, design, at - QPointF(0, cell.height() * 0.12),
                       cell.height() * 0.28);
            const QRectF box((at.x() - cell.width() * 0.42) / size.width(),
                             (at.y() + cell.height() * 0.22) / size.height(),
                             cell.width() * 0.84 / size.width(),
                             cell.height() * 0.17 / size.height());
            painter.fillPath(textPath({design.purpose, box, 104}, size), QColor(225, 234, 246));
        }
    }
}

} // namespace

QImage drawBackdrop(const BackdropDesign& design)
{
    if (design.size.isEmpty())
        return {};
    QImage image(design.size, QImage::Format_RGB32);
    const QSizeF size(design.size);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient ground(0, 0, 0, size.height());
    ground.setColorAt(0.0, design.ground.lighter(112));
    ground.setColorAt(1.0, design.ground.darker(115));
    painter.fillRect(image.rect(), ground);
    if (design.layout == BackdropLayout::Mural)
        drawMural(painter, design, size);
    else
        drawOrnament(painter, design, size);
    if (design.layout == BackdropLayout::Tiled)
        drawTiles(painter, design, size);
    else if (design.layout == BackdropLayout::Mural)
        drawEmblem(painter, design, {size.width() * 0.13, size.height() * 0.32},
                   size.height() * 0.1);
    else
        drawEmblem(painter, design, {size.width() / 2, size.height() * 0.5}, size.height() * 0.27);
    drawTexts(painter, design, size);
    if (design.badge != 0)
        drawBadge(painter, design, size);
    painter.end();
    return design.mirrored ? image.mirrored(true, false) : image;
}

std::vector<BackdropText> backdropTexts(const BackdropDesign& design)
{
    std::vector<BackdropText> texts;
    for (const Line& line : linesOf(design)) {
        const QRectF drawn = textPath(line, QSizeF(design.size)).boundingRect();
        QRectF box(drawn.x() / design.size.width(), drawn.y() / design.size.height(),
                   drawn.width() / design.size.width(), drawn.height() / design.size.height());
        if (design.mirrored)
            box.moveLeft(1.0 - box.right());
        texts.push_back({line.text, box});
    }
    return texts;
}

} // namespace handshake
