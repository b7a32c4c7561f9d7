// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/ornaments.h"

#include "app/demo/paper_evaluation/sheet_pen.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

constexpr double kPi = std::numbers::pi;

QPainterPath star(QPointF centre, double radius, int points, double inner)
{
    QPainterPath path;
    for (int i = 0; i < 2 * points; ++i) {
        const double angle = (kPi * i / points) - (kPi / 2);
        const double r = i % 2 == 0 ? radius : radius * inner;
        const QPointF at = centre + QPointF(r * std::cos(angle), r * std::sin(angle));
        if (i == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    path.closeSubpath();
    return path;
}

/// A sine line from left to right.
QPainterPath wave(const QRectF& area, double y, double height, double length, double phase)
{
    QPainterPath path;
    const double step = length / 14;
    const int steps = static_cast<int>(area.width() / step) + 2;
    for (int i = 0; i < steps; ++i) {
        const double x = area.left() + (i * step);
        const QPointF at(x, y + (height * std::sin((2 * kPi * x / length) + phase)) +
                                (0.5 * height * std::sin((2 * kPi * x / (length * 2.7)) - phase)));
        if (path.elementCount() == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    return path;
}

} // namespace

void drawRosette(QPainter& painter, QPointF centre, double radius)
{
    const QColor red(196, 32, 38);
    const QColor gold(226, 178, 72);
    painter.setPen(Qt::NoPen);
    painter.fillPath(star(centre, radius, 24, 0.9), gold);
    painter.setBrush(red);
    painter.drawEllipse(centre, radius * 0.82, radius * 0.82);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(gold, radius * 0.05));
    painter.drawEllipse(centre, radius * 0.7, radius * 0.7);
    for (int i = 0; i < 8; ++i) {
        painter.save();
        painter.translate(centre);
        painter.rotate(45.0 * i);
        painter.setPen(QPen(gold, radius * 0.04));
        painter.drawEllipse(QPointF(0, -radius * 0.36), radius * 0.13, radius * 0.3);
        painter.restore();
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(gold);
    painter.drawEllipse(centre, radius * 0.12, radius * 0.12);
}

void drawGuilloche(QPainter& painter, const QRectF& area, const QColor& colour, double shade,
                   Random random)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    QColor thin = colour;
    const double height = random.between(1.5, 3.5);
    const double length = random.between(18, 38);
    const double phase = random.between(0, 2 * kPi);
    const double gap = random.between(0.75, 1.1) * std::max(1.0, area.width() / 180);
    const int lines = static_cast<int>((area.height() + 10) / gap);
    for (int count = 0; count < lines; ++count) {
        const double y = area.top() - 5 + (gap * count);
        thin.setAlphaF(static_cast<float>((count % 2 == 0 ? 0.30 : 0.18) * shade));
        painter.setPen(QPen(thin, 0.16));
        painter.drawPath(wave(area, y, height, length, phase + (0.09 * count)));
    }
    painter.restore();
}

void drawFrame(QPainter& painter, const QRectF& outer, double width, const QColor& colour,
               Random random)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 0.9));
    painter.drawRect(outer);
    painter.setPen(QPen(colour, 0.4));
    painter.drawRect(outer.adjusted(width, width, -width, -width));
    painter.drawRect(outer.adjusted(1.2, 1.2, -1.2, -1.2));
    const double period = random.between(5.5, 9);
    const auto band = [&](const QRectF& strip, bool isUpright) {
        painter.save();
        painter.setClipRect(strip, Qt::IntersectClip);
        QRectF lying = strip;
        if (isUpright) {
            painter.translate(strip.center());
            painter.rotate(90);
            lying = QRectF(-strip.height() / 2, -strip.width() / 2, strip.height(), strip.width());
        }
        for (int i = 0; i < 6; ++i) {
            painter.setPen(QPen(i % 2 == 0 ? colour : colour.lighter(135), 0.28));
            painter.drawPath(wave(lying, lying.center().y(), (width / 2) - 0.7,
                                  period * (i < 3 ? 1 : 1.5), kPi * i / 3));
        }
        painter.restore();
    };
    band({outer.left(), outer.top(), outer.width(), width}, false);
    band({outer.left(), outer.bottom() - width, outer.width(), width}, false);
    band({outer.left(), outer.top(), width, outer.height()}, true);
    band({outer.right() - width, outer.top(), width, outer.height()}, true);
    painter.restore();
}

void drawSeal(QPainter& painter, QPointF centre, double radius, const QString& text, Random random)
{
    constexpr double kDotsPerMm = 14;
    const int side = static_cast<int>(2.2 * radius * kDotsPerMm);
    QImage print(side, side, QImage::Format_ARGB32_Premultiplied);
    print.fill(Qt::transparent);
    QPainter ink(&print);
    ink.setRenderHint(QPainter::Antialiasing);
    ink.translate(side / 2.0, side / 2.0);
    ink.scale(kDotsPerMm, kDotsPerMm);
    ink.rotate(random.between(-9, 9));
    const QColor red(214, 30, 44, 215);
    ink.setPen(QPen(red, radius * 0.055));
    ink.drawEllipse(QPointF(0, 0), radius, radius);
    ink.setPen(Qt::NoPen);
    ink.fillPath(star({0, 0}, radius * 0.28, 5, 0.382), red);
    const auto count = static_cast<double>(text.size());
    const double em = std::min(radius * 0.3, radius * 3.6 / count);
    const double span = std::min(250.0, count * 24.0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        ink.save();
        ink.rotate(-(span / 2) + (span * (static_cast<double>(i) + 0.5) / count));
        const TextLook look{Face::Song, em, red, 0, 0.02 * radius};
        const QPainterPath glyph = textOutline(text.mid(i, 1), look);
        ink.translate(-em / 2, -radius * 0.64);
        ink.fillPath(glyph, red);
        ink.strokePath(glyph, QPen(red, look.weight));
        ink.restore();
    }
    // Rubber takes ink unevenly: paler spots.
    ink.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    for (int i = 0; i < 26; ++i) {
        const QPointF at(random.between(-radius, radius), random.between(-radius, radius));
        QRadialGradient spot(at, radius * random.between(0.08, 0.3));
        spot.setColorAt(0, QColor(0, 0, 0, static_cast<int>(random.between(20, 110))));
        spot.setColorAt(1, Qt::transparent);
        ink.fillRect(QRectF(-1.1 * radius, -1.1 * radius, 2.2 * radius, 2.2 * radius), spot);
    }
    ink.end();
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.drawImage(QRectF(centre.x() - (1.1 * radius), centre.y() - (1.1 * radius), 2.2 * radius,
                             2.2 * radius),
                      print);
    painter.restore();
}

void drawBust(QPainter& painter, const QRectF& area, Random random)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.translate(area.topLeft());
    painter.scale(area.width() / 26, area.height() / 32);
    const QColor skin =
        QColor::fromHsv(18 + random.below(12), 70 + random.below(60), 190 + random.below(50));
    const QColor hair = QColor::fromHsv(20, 60, 25 + random.below(35));
    const QColor cloth =
        QColor::fromHsv(random.below(360), 40 + random.below(120), 40 + random.below(90));
    painter.setPen(Qt::NoPen);
    const bool isLong = random.chance(0.45);
    const double face = random.between(4.6, 5.4);
    painter.setBrush(hair);
    painter.drawEllipse(QPointF(13, 12), face + 1.3, 7.6);
    if (isLong)
        painter.drawRoundedRect(QRectF(13 - face - 1.2, 12, (2 * face) + 2.4, 12), 2, 2);
    QPainterPath body(QPointF(1, 33));
    body.cubicTo(1, 25, 7, 24.5, 10, 23);
    body.lineTo(16, 23);
    body.cubicTo(19, 24.5, 25, 25, 25, 33);
    painter.fillPath(body, cloth);
    painter.setBrush(skin.darker(108));
    painter.drawRoundedRect(QRectF(10.6, 18, 4.8, 7), 2, 2);
    QRadialGradient light(QPointF(11.5, 11), 11);
    light.setColorAt(0, skin.lighter(106));
    light.setColorAt(1, skin.darker(118));
    painter.setBrush(light);
    painter.drawEllipse(QPointF(13, 13.2), face, 6.7);
    painter.setBrush(hair);
    QPainterPath fringe(QPointF(13 - face - 0.3, 11.5));
    fringe.cubicTo(13 - face, 4.5, 13 + face, 4.5, 13 + face + 0.3, 11.5);
    fringe.cubicTo(13 + 3, 8.4, 13 - 2, 7.6 + random.between(0, 1.2), 13 - face - 0.3, 11.5);
    painter.fillPath(fringe, hair);
    for (const double side : {-1.0, 1.0}) {
        painter.setBrush(QColor(40, 28, 22));
        painter.drawEllipse(QPointF(13 + (side * 2.1), 13), 0.75, 0.38);
        painter.drawRect(QRectF(13 + (side * 2.1) - 1.1, 11.7, 2.2, 0.32));
    }
    painter.setBrush(skin.darker(125));
    painter.drawEllipse(QPointF(13, 15.5), 0.75, 0.35);
    painter.setBrush(QColor(176, 92, 84));
    painter.drawEllipse(QPointF(13, 17.3), 1.5, 0.42);
    painter.restore();
}

void drawSpecimenMark(QPainter& painter, QPointF centre, double em, double degrees)
{
    painter.save();
    painter.translate(centre);
    painter.rotate(degrees);
    const TextLook look{Face::MicroHei, em, {}, 0, 0};
    const QPainterPath outline = textOutline(u"样本 SPECIMEN"_s, look);
    painter.translate(-outline.boundingRect().center());
    painter.fillPath(outline, QColor(190, 60, 60, 95));
    painter.restore();
}

void drawQr(QPainter& painter, const QRectF& area, const QString& text)
{
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0);
    const ZXing::BitMatrix bits = writer.encode(text.toStdWString(), 0, 0);
    const double step = area.width() / bits.width();
    QPainterPath dark; // modules overlap a little, or hair lines would show between them
    dark.setFillRule(Qt::WindingFill);
    const double side = step * 1.04;
    for (int y = 0; y < bits.height(); ++y)
        for (int x = 0; x < bits.width(); ++x)
            if (bits.get(x, y))
                dark.addRect(QRectF(area.left() + (x * step), area.top() + (y * step), side, side));
    painter.fillRect(area.adjusted(-1, -1, 1, 1), Qt::white);
    painter.fillPath(dark, QColor(20, 20, 20));
}

} // namespace handshake::papereval
