// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/desk.h"
#include "app/demo/paper_evaluation/name_words.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

using Draw = void (*)(QPainter&, Random&);

/// Something that lies about: how large, how it looks around (0, 0).
struct Thing {
    double width; ///< mm
    double height;
    double thick; ///< its shadow's reach, mm
    Draw draw;
    bool mayLieUnder; ///< flat enough that a paper is laid on it
};

void drawLetter(QPainter& painter, Random& random)
{
    painter.fillRect(QRectF(-105, -148.5, 210, 297), QColor(246 - random.below(14), 245, 240));
    const TextLook look{Face::Song, 3.6, QColor(60, 60, 64), 0, 0};
    for (int row = 0; row < 30; ++row) {
        QString text;
        const int length = random.chance(0.2) ? 10 + random.below(20) : 42;
        for (int i = 0; i < length; ++i)
            text += words::kGiven[random.below(static_cast<int>(words::kGiven.size()))];
        painter.fillPath(textOutline(text, look).translated(-80, -120 + (8.0 * row)), look.colour);
    }
}

void drawForm(QPainter& painter, Random& random)
{
    painter.fillRect(QRectF(-74, -105, 148, 210), QColor(250, 250, 250));
    painter.setPen(QPen(QColor(90, 90, 100), 0.3));
    for (int row = 0; row < 18; ++row)
        painter.drawLine(QPointF(-64, -90 + (10.0 * row)), QPointF(64, -90 + (10.0 * row)));
    for (const double x : {-64.0, -30.0 + random.between(-6, 6), 20.0, 64.0})
        painter.drawLine(QPointF(x, -90), QPointF(x, 80));
}

void drawPen(QPainter& painter, Random& random)
{
    const QColor body =
        QColor::fromHsv(random.below(360), random.below(255), 40 + random.below(190));
    QLinearGradient round(0, -5, 0, 5);
    round.setColorAt(0, body.lighter(150));
    round.setColorAt(0.5, body);
    round.setColorAt(1, body.darker(180));
    painter.setBrush(round);
    painter.drawRoundedRect(QRectF(-68, -4.6, 122, 9.2), 3, 3);
    painter.fillPath(
        [] {
            QPainterPath tip(QPointF(54, -3.6));
            tip.lineTo(70, -0.6);
            tip.lineTo(70, 0.6);
            tip.lineTo(54, 3.6);
            return tip;
        }(),
        QColor(150, 150, 155));
    painter.fillRect(QRectF(-66, -1, 40, 2), QColor(205, 205, 210));
}

void drawKeyboard(QPainter& painter, Random& random)
{
    const bool isDark = random.chance(0.6);
    const QColor frame = isDark ? QColor(38, 38, 42) : QColor(214, 214, 216);
    const QColor key = isDark ? QColor(24, 24, 27) : QColor(240, 240, 240);
    painter.setBrush(frame);
    painter.drawRoundedRect(QRectF(-170, -62, 340, 124), 5, 5);
    const TextLook look{Face::MicroHei, 4, isDark ? QColor(220, 220, 220) : QColor(40, 40, 40)};
    for (int row = 0; row < 6; ++row)
        for (int column = 0; column < 17; ++column) {
            const QPointF at(-164 + (19.4 * column) + (row % 3), -57 + (19.4 * row));
            painter.setBrush(key);
            painter.drawRoundedRect(QRectF(at, QSizeF(16.8, 16.8)), 1.6, 1.6);
            painter.fillPath(textOutline(QString(QChar(u'A' + ((row * 17 + column) % 26))), look)
                                 .translated(at + QPointF(3, 6.5)),
                             look.colour);
        }
}

void drawBankCard(QPainter& painter, Random& random)
{
    QLinearGradient ground(-42, -27, 42, 27);
    const int hue = random.below(360);
    ground.setColorAt(0, QColor::fromHsv(hue, 150, 170));
    ground.setColorAt(1, QColor::fromHsv((hue + 40) % 360, 190, 90));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(-42.8, -27, 85.6, 54), 3.2, 3.2);
    painter.setBrush(QColor(214, 186, 110));
    painter.drawRoundedRect(QRectF(-33, -7, 11, 9), 1.5, 1.5);
    const TextLook look{Face::MicroHei, 5, QColor(240, 240, 240), 0.8, 0};
    painter.fillPath(textOutline(u"6200 0000 0000 0018"_s, look).translated(-35, 12), look.colour);
}

void drawNote(QPainter& painter, Random& random)
{
    painter.fillRect(QRectF(-38, -38, 76, 76), QColor::fromHsv(40 + random.below(80), 120, 245));
    const TextLook look{Face::Kai, 8, QColor(50, 60, 130), 0, 0};
    painter.fillPath(textOutline(u"下午三点"_s, look).translated(-30, -8), look.colour);
    painter.fillPath(textOutline(u"回电"_s, look).translated(-30, 8), look.colour);
}

void drawMug(QPainter& painter, Random& random)
{
    const QColor china = QColor::fromHsv(random.below(360), random.below(120), 200);
    painter.setBrush(china);
    painter.drawEllipse(QPointF(0, 0), 41, 41);
    painter.drawRoundedRect(QRectF(36, -8, 26, 16), 6, 6);
    painter.setBrush(china.darker(125));
    painter.drawEllipse(QPointF(0, 0), 37, 37);
    painter.setBrush(QColor(70, 42, 24));
    painter.drawEllipse(QPointF(1, 1), 35, 35);
}

void drawRuler(QPainter& painter, Random& random)
{
    painter.setBrush(random.chance(0.5) ? QColor(208, 210, 214) : QColor(226, 200, 120));
    painter.drawRect(QRectF(-105, -14, 210, 28));
    painter.setPen(QPen(QColor(30, 30, 30), 0.25));
    for (int mm = 0; mm <= 200; ++mm)
        painter.drawLine(QPointF(-100 + mm, -14), QPointF(-100 + mm, mm % 10 == 0  ? -6
                                                                     : mm % 5 == 0 ? -9
                                                                                   : -11));
}

void drawClip(QPainter& painter, Random& random)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor::fromHsv(random.below(360), random.below(160), 150), 1.1));
    QPainterPath wire(QPointF(-12, 3));
    wire.lineTo(10, 3);
    wire.cubicTo(16, 3, 16, -5, 10, -5);
    wire.lineTo(-10, -5);
    wire.cubicTo(-14, -5, -14, 1, -10, 1);
    wire.lineTo(6, 1);
    painter.drawPath(wire);
}

constexpr std::array<Thing, 9> kThings{{
    {210, 297, 1.2, drawLetter, true},
    {148, 210, 1.0, drawForm, true},
    {140, 10, 4.0, drawPen, false},
    {340, 124, 7.0, drawKeyboard, false},
    {85.6, 54, 1.0, drawBankCard, false},
    {76, 76, 1.4, drawNote, true},
    {104, 84, 9.0, drawMug, false},
    {210, 28, 1.6, drawRuler, false},
    {30, 10, 1.0, drawClip, false},
}};

void put(Ground& ground, const Thing& thing, const QTransform& place, Random& random)
{
    QPainter painter(&ground.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setTransform(ground.fromMm());
    QPainterPath shape;
    const QRectF box(-thing.width / 2, -thing.height / 2, thing.width, thing.height);
    if (thing.draw == drawMug)
        shape.addEllipse(QPointF(0, 0), 41, 41);
    else
        shape.addRoundedRect(box, 1.5, 1.5);
    if (thing.draw != drawClip)
        drawSoftShadow(painter, place.map(shape), QPointF(0.3, 0.4) * thing.thick, thing.thick,
                       0.35);
    painter.setTransform(place * ground.fromMm());
    painter.setPen(Qt::NoPen);
    thing.draw(painter, random);
}

} // namespace

void paintClutter(Ground& ground, const QPolygonF& free, double distance, int howMuch,
                  Random random)
{
    QPainterPath keptFree;
    keptFree.addPolygon(free);
    keptFree.closeSubpath();
    const QRectF around = free.boundingRect().adjusted(-150, -150, 150, 150);
    int placed = 0;
    for (int attempt = 0; attempt < 60 && placed < howMuch; ++attempt) {
        const Thing& thing = random.pick(kThings);
        QTransform place;
        place.translate(random.between(around.left(), around.right()),
                        random.between(around.top(), around.bottom()));
        place.rotate(random.between(0, 360));
        const double grow = distance + thing.thick;
        const QRectF box(-(thing.width / 2) - grow, -(thing.height / 2) - grow,
                         thing.width + (2 * grow), thing.height + (2 * grow));
        QPainterPath covered;
        covered.addPolygon(place.map(QPolygonF(box)));
        const bool isInTheWay = covered.intersects(keptFree);
        // What is flat may lie under the paper; anything else keeps its distance.
        if (isInTheWay && !(thing.mayLieUnder && random.chance(0.6)))
            continue;
        if (!covered.boundingRect().intersects(ground.area))
            continue;
        put(ground, thing, place, random);
        ++placed;
    }
}

} // namespace handshake::papereval
