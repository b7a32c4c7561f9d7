// SPDX-License-Identifier: Apache-2.0
#include "app/demo/person_drawing.h"

#include "app/demo/person_wear_p.h"
#include "app/demo/seeded_p.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <algorithm>

namespace handshake {

namespace {

/// Everything a person's seed decides. Lengths in half widths of the face.
struct Looks {
    explicit Looks(const PersonDesign& person)
    {
        Seeded random(person.seed, 11);
        faceLength = random.between(1.28, 1.42);
        jaw = random.between(0.62, 0.78);
        eyeDistance = random.between(0.43, 0.48);
        eyeSize = random.between(0.165, 0.195);
        browHeight = random.between(0.25, 0.30);
        browWidth = random.between(0.07, 0.10);
        noseLength = random.between(0.50, 0.58);
        mouthWidth = random.between(0.36, 0.44);
        fringe = random.between(-0.92, -0.74);
        const double tone = std::clamp(person.skinTone + random.between(-0.04, 0.04), 0.0, 1.0);
        skin = QColor::fromRgbF(static_cast<float>(0.95 - 0.52 * tone),
                                static_cast<float>(0.80 - 0.53 * tone),
                                static_cast<float>(0.69 - 0.51 * tone));
        const double gray = random.between(0.0, 1.0);
        hair = gray > 0.85 ? QColor(96, 94, 92) : QColor::fromHsv(25, 60, 22 + int(30 * gray));
        // Quiet greys and browns: nothing near a backdrop's blue or red.
        static constexpr QRgb kJackets[] = {0xff3a3d42, 0xff57524c, 0xff2c2f33,
                                            0xff6b665e, 0xff4b4f46, 0xff7a746b};
        jacket = person.jacket.isValid() ? person.jacket
                                         : QColor(kJackets[random.below(int(std::size(kJackets)))]);
        if (person.bald)
            fringe = -1.25;
    }

    double faceLength, jaw, eyeDistance, eyeSize, browHeight, browWidth, noseLength, mouthWidth,
        fringe;
    QColor skin, hair, jacket;
};

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](int from, int to) {
        return std::clamp(int(from + (to - from) * share), 0, 255);
    };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()),
                  channel(a.blue(), b.blue()));
}

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QColor shade(const Looks& looks, double share)
{
    return mixed(looks.skin, mixed(looks.skin, QColor(40, 12, 8), 0.8), share);
}

/// A soft spot of colour: the way all modelling of the face is done.
void spot(QPainter& painter, QPointF at, double width, double height, const QColor& color,
          double strength)
{
    painter.save();
    painter.translate(at);
    painter.scale(width, height);
    QRadialGradient gradient(QPointF(0, 0), 1.0);
    gradient.setColorAt(0.0, faded(color, strength));
    gradient.setColorAt(0.5, faded(color, strength * 0.6));
    gradient.setColorAt(1.0, faded(color, 0.0));
    painter.fillRect(QRectF(-1, -1, 2, 2), gradient);
    painter.restore();
}

QPainterPath faceOutline(const Looks& looks)
{
    const double chin = looks.faceLength;
    QPainterPath path;
    path.moveTo(0, -1.28);
    path.cubicTo(0.72, -1.28, 0.98, -0.82, 0.97, -0.15);
    path.cubicTo(0.96, 0.45, looks.jaw + 0.12, 0.86, looks.jaw * 0.62, chin - 0.12);
    path.cubicTo(0.28, chin + 0.04, -0.28, chin + 0.04, -looks.jaw * 0.62, chin - 0.12);
    path.cubicTo(-looks.jaw - 0.12, 0.86, -0.96, 0.45, -0.97, -0.15);
    path.cubicTo(-0.98, -0.82, -0.72, -1.28, 0, -1.28);
    return path;
}

void drawBody(QPainter& painter, const Looks& looks)
{
    QPainterPath jacket;
    jacket.moveTo(-2.75, 5.2);
    jacket.cubicTo(-2.72, 3.1, -2.55, 2.45, -1.75, 2.2);
    jacket.cubicTo(-1.2, 2.04, -0.8, 1.94, -0.62, 1.78);
    jacket.lineTo(0.62, 1.78);
    jacket.cubicTo(0.8, 1.94, 1.2, 2.04, 1.75, 2.2);
    jacket.cubicTo(2.55, 2.45, 2.72, 3.1, 2.75, 5.2);
    jacket.closeSubpath();
    QLinearGradient cloth(-2.75, 0, 2.75, 0);
    cloth.setColorAt(0.0, looks.jacket.darker(150));
    cloth.setColorAt(0.3, looks.jacket.lighter(115));
    cloth.setColorAt(0.65, looks.jacket);
    cloth.setColorAt(1.0, looks.jacket.darker(170));
    painter.fillPath(jacket, cloth);

    QPainterPath shirt;
    shirt.moveTo(-0.66, 1.86);
    shirt.lineTo(0.66, 1.86);
    shirt.lineTo(0.1, 4.6);
    shirt.lineTo(-0.1, 4.6);
    shirt.closeSubpath();
    painter.fillPath(shirt, QColor(226, 226, 222));

    QPainterPath neck;
    neck.moveTo(-0.56, 0.7);
    neck.lineTo(0.56, 0.7);
    neck.cubicTo(0.54, 1.5, 0.6, 1.75, 0.66, 1.9);
    neck.cubicTo(0.3, 2.25, -0.3, 2.25, -0.66, 1.9);
    neck.cubicTo(-0.6, 1.75, -0.54, 1.5, -0.56, 0.7);
    QLinearGradient throat(0, 0.9, 0, 2.1);
    throat.setColorAt(0.0, shade(looks, 0.62));
    throat.setColorAt(0.55, shade(looks, 0.42));
    throat.setColorAt(1.0, shade(looks, 0.2));
    painter.fillPath(neck, throat);

    for (const double side : {-1.0, 1.0}) { // lapels
        QPainterPath lapel;
        lapel.moveTo(side * 0.64, 1.78);
        lapel.lineTo(side * 1.05, 2.35);
        lapel.lineTo(side * 0.86, 2.75);
        lapel.lineTo(side * 0.08, 4.6);
        lapel.lineTo(side * 0.3, 3.0);
        lapel.closeSubpath();
        painter.fillPath(lapel, looks.jacket.darker(125));
        QPainterPath collar;
        collar.moveTo(side * 0.62, 1.76);
        collar.lineTo(side * 0.1, 2.3);
        collar.lineTo(side * 0.52, 2.5);
        collar.closeSubpath();
        painter.fillPath(collar, QColor(240, 240, 238));
        painter.setPen(QPen(looks.jacket.darker(180), 0.035));
        painter.drawLine(QPointF(side * 1.9, 3.1), QPointF(side * 1.78, 5.2));
        painter.setPen(Qt::NoPen);
    }
}

void drawHairBehind(QPainter& painter, const Looks& looks, bool isLong)
{
    QPainterPath back;
    back.addEllipse(QRectF(-1.1, -1.66, 2.2, 2.1));
    if (isLong)
        back.addRoundedRect(QRectF(-1.2, -0.7, 2.4, 3.0), 0.5, 0.5);
    painter.fillPath(back.simplified(), looks.hair.darker(115));
}

void drawHair(QPainter& painter, const Looks& looks)
{
    QPainterPath cap;
    cap.moveTo(-1.02, -0.28);
    cap.cubicTo(-1.2, -1.2, -0.72, -1.68, 0, -1.68);
    cap.cubicTo(0.72, -1.68, 1.2, -1.2, 1.02, -0.28);
    cap.cubicTo(0.93, -0.5, 0.9, -0.66, 0.82, looks.fringe + 0.06);
    cap.cubicTo(0.5, looks.fringe - 0.12, 0.1, looks.fringe + 0.04, -0.3, looks.fringe - 0.1);
    cap.cubicTo(-0.6, looks.fringe - 0.05, -0.85, -0.75, -1.02, -0.28);
    QRadialGradient shine(QPointF(-0.25, -1.3), 1.5);
    shine.setColorAt(0.0, looks.hair.lighter(150));
    shine.setColorAt(0.5, looks.hair);
    shine.setColorAt(1.0, looks.hair.darker(140));
    painter.fillPath(cap, shine);
}

/// Modelling of the face: sockets, cheeks, nose, forehead, chin.
void drawSkin(QPainter& painter, const Looks& looks, double turn)
{
    const QPainterPath outline = faceOutline(looks);
    painter.save();
    painter.setClipPath(outline);
    QRadialGradient round(QPointF(-0.08, -0.15), 1.55);
    round.setColorAt(0.0, looks.skin.lighter(106));
    round.setColorAt(0.55, looks.skin);
    round.setColorAt(0.85, shade(looks, 0.28));
    round.setColorAt(1.0, shade(looks, 0.5));
    painter.fillPath(outline, round);

    painter.translate(turn * 0.42, 0);
    const QColor dark = shade(looks, 1.0);
    const QColor light = mixed(looks.skin, QColor(255, 246, 236), 0.55);
    spot(painter, {0, looks.fringe}, 0.95, 0.22, dark, 0.35); // below the hair
    spot(painter, {0, -0.62}, 0.62, 0.30, light, 0.45);       // forehead
    for (const double side : {-1.0, 1.0}) {
        spot(painter, {side * looks.eyeDistance, -0.06}, 0.40, 0.24, dark, 0.62); // socket
        spot(painter, {side * 0.2, -0.08}, 0.13, 0.20, dark, 0.36);               // beside the root
        spot(painter, {side * 0.55, 0.36}, 0.36, 0.26, light, 0.55);              // cheekbone
        spot(painter, {side * 0.62, 0.50}, 0.25, 0.25, QColor(205, 90, 80), 0.14);
        spot(painter, {side * 0.98, 0.35}, 0.30, 0.85, dark, 0.40); // side of the face
    }
    const double tip = -0.1 + looks.noseLength;
    spot(painter, {0.0, 0.10}, 0.105, 0.42, light, 0.75); // bridge
    spot(painter, {0.17, 0.2}, 0.09, 0.32, dark, 0.22);
    spot(painter, {-0.17, 0.2}, 0.09, 0.32, dark, 0.14);
    spot(painter, {0, tip - 0.02}, 0.16, 0.13, light, 0.5);
    spot(painter, {0, tip + 0.13}, 0.27, 0.085, dark, 0.55); // below the tip
    for (const double side : {-1.0, 1.0}) {
        spot(painter, {side * 0.115, tip + 0.095}, 0.07, 0.05, QColor(38, 14, 10), 0.85);
        spot(painter, {side * 0.21, tip + 0.03}, 0.07, 0.11, dark, 0.38);
    }
    spot(painter, {0, looks.faceLength - 0.2}, 0.26, 0.16, light, 0.35); // chin
    spot(painter, {0, looks.faceLength - 0.01}, 0.6, 0.14, dark, 0.4);
    painter.restore();
}

void drawEye(QPainter& painter, const Looks& looks, double side)
{
    const QPointF centre(side * looks.eyeDistance, -0.06);
    const double w = looks.eyeSize;
    QPainterPath lids;
    lids.moveTo(centre + QPointF(-w * 1.15, 0.02));
    lids.cubicTo(centre + QPointF(-w * 0.5, -0.125), centre + QPointF(w * 0.5, -0.125),
                 centre + QPointF(w * 1.15, 0.0));
    lids.cubicTo(centre + QPointF(w * 0.5, 0.095), centre + QPointF(-w * 0.5, 0.095),
                 centre + QPointF(-w * 1.15, 0.02));
    painter.fillPath(lids, mixed(QColor(236, 232, 226), looks.skin, 0.18));
    painter.save();
    painter.setClipPath(lids);
    painter.setBrush(QColor(46, 28, 18));
    painter.drawEllipse(centre + QPointF(0, -0.01), 0.092, 0.092);
    painter.setBrush(QColor(8, 6, 6));
    painter.drawEllipse(centre + QPointF(0, -0.01), 0.046, 0.046);
    painter.setBrush(QColor(250, 250, 250));
    painter.drawEllipse(centre + QPointF(-0.03, -0.045), 0.017, 0.017);
    spot(painter, centre + QPointF(0, -0.12), w * 1.3, 0.09, QColor(20, 10, 8), 0.7);
    painter.restore();

    QPainterPath upper;
    upper.moveTo(centre + QPointF(-w * 1.2, 0.03));
    upper.cubicTo(centre + QPointF(-w * 0.5, -0.135), centre + QPointF(w * 0.5, -0.135),
                  centre + QPointF(w * 1.2, 0.0));
    painter.setPen(QPen(QColor(24, 14, 12), 0.042, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(upper);
    painter.setPen(QPen(faded(shade(looks, 1.0), 0.5), 0.022));
    painter.drawPath(upper.translated(0, -0.06));
    painter.setPen(Qt::NoPen);

    QPainterPath brow;
    const double y = -0.06 - looks.browHeight;
    brow.moveTo(side * (looks.eyeDistance - 0.24), y + 0.04);
    brow.cubicTo(side * (looks.eyeDistance - 0.1), y - 0.05, side * (looks.eyeDistance + 0.1),
                 y - 0.07, side * (looks.eyeDistance + 0.29), y + 0.05);
    painter.setPen(
        QPen(faded(looks.hair.darker(110), 0.88), looks.browWidth, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(brow);
    painter.setPen(Qt::NoPen);
}

void drawMouth(QPainter& painter, const Looks& looks)
{
    const double y = 0.79;
    const double w = looks.mouthWidth;
    const QColor lip = mixed(looks.skin, QColor(140, 44, 48), 0.52);
    spot(painter, {0, y + 0.19}, w * 0.8, 0.07, shade(looks, 1.0), 0.4);
    QPainterPath lips;
    lips.moveTo(-w, y);
    lips.cubicTo(-w * 0.5, y - 0.1, -0.08, y - 0.11, 0, y - 0.075);
    lips.cubicTo(0.08, y - 0.11, w * 0.5, y - 0.1, w, y);
    lips.cubicTo(w * 0.5, y + 0.14, -w * 0.5, y + 0.14, -w, y);
    QLinearGradient volume(0, y - 0.1, 0, y + 0.13);
    volume.setColorAt(0.0, lip);
    volume.setColorAt(0.45, lip.darker(125));
    volume.setColorAt(0.55, lip.lighter(108));
    volume.setColorAt(1.0, lip);
    painter.fillPath(lips, volume);
    painter.setPen(QPen(QColor(62, 18, 18), 0.036, Qt::SolidLine, Qt::RoundCap));
    QPainterPath line;
    line.moveTo(-w * 1.02, y - 0.005);
    line.cubicTo(-w * 0.4, y + 0.03, w * 0.4, y + 0.03, w * 1.02, y - 0.005);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
}

void drawGlasses(QPainter& painter, const Looks& looks)
{
    painter.setBrush(QColor(255, 255, 255, 18));
    painter.setPen(QPen(QColor(40, 38, 38), 0.035));
    for (const double side : {-1.0, 1.0}) {
        painter.drawRoundedRect(QRectF(side * looks.eyeDistance - 0.32, -0.22, 0.64, 0.42), 0.14,
                                0.14);
        painter.drawLine(QPointF(side * (looks.eyeDistance + 0.32), -0.06),
                         QPointF(side * 0.96, -0.1));
    }
    painter.drawLine(QPointF(-looks.eyeDistance + 0.32, -0.05),
                     QPointF(looks.eyeDistance - 0.32, -0.05));
    painter.setPen(Qt::NoPen);
}

void drawBeard(QPainter& painter, const Looks& looks)
{
    const QColor hair = looks.hair.darker(105);
    spot(painter, {0, looks.faceLength - 0.12}, 0.62, 0.36, hair, 0.95);
    for (const double side : {-1.0, 1.0}) {
        spot(painter, {side * 0.62, 0.86}, 0.24, 0.42, hair, 0.8);
        spot(painter, {side * 0.2, 0.63}, 0.26, 0.075, hair, 0.9);
    }
}

/// The lamp stands to one side: the far half of everything lies in its own shadow.
void drawSideLight(QPainter& painter, double sideLight)
{
    const double to = sideLight > 0 ? 1.0 : -1.0;
    QLinearGradient shadow(-0.75 * to, 0, 0.85 * to, 0);
    const double strength = 0.8 * std::min(1.0, std::abs(sideLight));
    shadow.setColorAt(0.0, faded(Qt::black, 0.0));
    shadow.setColorAt(0.5, faded(Qt::black, strength * 0.45));
    shadow.setColorAt(0.75, faded(Qt::black, strength * 0.85));
    shadow.setColorAt(1.0, faded(Qt::black, strength));
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
    painter.fillRect(QRectF(-8, -8, 16, 16), shadow);
    painter.restore();
}

/// The head turns about the neck.
void tilt(QPainter& painter, const PersonDesign& person)
{
    painter.translate(0, 1.2);
    painter.rotate(person.rollDegrees);
    painter.translate(0, -1.2);
}

void drawHead(QPainter& painter, const PersonDesign& person, const Looks& looks)
{
    painter.save();
    tilt(painter, person);
    for (const double side : {-1.0, 1.0}) { // ears
        if (side * person.turn > 0.5)
            continue;
        painter.setBrush(shade(looks, 0.35));
        painter.drawEllipse(QPointF(side * 0.99, 0.08), 0.12, 0.27);
    }
    if (person.bald) {
        QRadialGradient scalp(QPointF(-0.2, -1.2), 1.3);
        scalp.setColorAt(0.0, looks.skin.lighter(112));
        scalp.setColorAt(0.6, looks.skin);
        scalp.setColorAt(1.0, shade(looks, 0.45));
        QPainterPath crown;
        crown.addEllipse(QRectF(-0.99, -1.62, 1.98, 2.3));
        painter.fillPath(crown, scalp);
    }
    drawSkin(painter, looks, person.turn);
    // A turned head: the features wander to one side and grow narrow, the outline stays.
    painter.save();
    painter.translate(person.turn * 0.42, 0);
    painter.scale(1.0 - 0.35 * std::abs(person.turn), 1.0);
    drawEye(painter, looks, -1.0);
    drawEye(painter, looks, 1.0);
    drawMouth(painter, looks);
    if (person.beard)
        drawBeard(painter, looks);
    if (person.glasses)
        drawGlasses(painter, looks);
    if (person.wear == Wear::Mask || person.wear == Wear::DarkGlasses)
        drawWear(painter, person.wear, person.seed, looks.eyeDistance);
    painter.restore();
    if (!person.bald)
        drawHair(painter, looks);
    if (person.wear == Wear::Cap || person.wear == Wear::KnitHat)
        drawWear(painter, person.wear, person.seed, looks.eyeDistance);
    painter.restore();
}

} // namespace

QImage drawPerson(const PersonDesign& person, QSize size)
{
    if (size.isEmpty())
        return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const Looks looks(person);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Crown at -1.72, chin at 1.35: about 0.42 of the height; the rest is neck, shoulders, chest.
    const double unit = size.height() / 7.0;
    painter.translate(size.width() / 2.0, unit * 1.85);
    painter.scale(unit, unit);
    const double breadth = person.build - 0.5;
    painter.save();
    tilt(painter, person);
    painter.scale(1.0 + 0.12 * breadth, 1.0);
    if (!person.bald)
        drawHairBehind(painter, looks, person.longHair);
    painter.restore();
    painter.save();
    painter.scale(1.0 + 0.3 * breadth, 1.0);
    drawBody(painter, looks);
    painter.restore();
    painter.save();
    painter.scale(1.0 + 0.12 * breadth, 1.0);
    drawHead(painter, person, looks);
    painter.restore();
    if (person.sideLight != 0.0)
        drawSideLight(painter, person.sideLight);
    return image;
}

QImage drawPortrait(const PersonDesign& person, QSize size)
{
    if (size.isEmpty())
        return {};
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    const int height = std::max(1, int(size.height() * 1.25)); // the chest is cut off
    const QImage figure = drawPerson(person, QSize(height, height));
    QPainter painter(&image);
    painter.drawImage((size.width() - figure.width()) / 2, int(size.height() * 0.01), figure);
    return image;
}

} // namespace handshake
