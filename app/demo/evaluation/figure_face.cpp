// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/figure_face_p.h"

#include "app/demo/evaluation/dice_p.h"

#include <opencv2/imgproc.hpp>

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace handshake::evaluation {

namespace {

struct Bump {
    double x, y, wide, high, lift; ///< millimetres
};

QColor asColour(const cv::Scalar& bgr, double gain = 1)
{
    const auto channel = [gain](double value) { return std::clamp(int(value * gain), 0, 255); };
    return {channel(bgr[2]), channel(bgr[1]), channel(bgr[0])};
}

/// How far things on the face move sideways when the head turns: what is nearer moves more.
double turnedX(double x, double depth, double turn)
{
    const double angle = turn * 3.14159265 / 180;
    return x * std::cos(angle) + depth * std::sin(angle);
}

/// The face's height in pixels over the whole canvas, valid inside of the outline.
cv::Mat faceRelief(const FigureCanvas& canvas, const HeadShape& head, double turn)
{
    const double depth = 88;
    const double apart = head.eyeApart;
    const std::vector<Bump> bumps{{turnedX(0, 105, turn), -24, 8, 12, 5},
                                  {turnedX(0, 112, turn), 2, 7.5, 16, 11},
                                  {turnedX(0, 118, turn), 24, 10 * head.noseWidth, 9, 19},
                                  {turnedX(-14 * head.noseWidth, 98, turn), 28, 7, 6, 7},
                                  {turnedX(14 * head.noseWidth, 98, turn), 28, 7, 6, 7},
                                  {turnedX(-apart, 84, turn), -30, 20, 8, 6},
                                  {turnedX(apart, 84, turn), -30, 20, 8, 6},
                                  {turnedX(-apart, 80, turn), -11, 17, 10, -9},
                                  {turnedX(apart, 80, turn), -11, 17, 10, -9},
                                  {turnedX(-apart, 80, turn), -10, 11, 7, 5},
                                  {turnedX(apart, 80, turn), -10, 11, 7, 5},
                                  {turnedX(-44, 74, turn), 22, 19, 16, 6},
                                  {turnedX(44, 74, turn), 22, 19, 16, 6},
                                  {turnedX(0, 100, turn), 53, 20 * head.mouthWidth, 4, 4},
                                  {turnedX(0, 100, turn), 63, 17 * head.mouthWidth, 5, 5},
                                  {turnedX(0, 96, turn), 75, 22, 5, -3},
                                  {turnedX(0, 94, turn), 92, 17, 12, 8}};
    cv::Mat relief(canvas.bgra.size(), CV_32F, cv::Scalar(0));
    const QTransform back = canvas.toPixels.inverted();
    const QRectF area = canvas.toPixels.mapRect(QRectF(-95, -125, 190, 250));
    for (int y = std::max(0, int(area.top())); y < std::min(relief.rows, int(area.bottom())); ++y) {
        auto* row = relief.ptr<float>(y);
        for (int x = std::max(0, int(area.left())); x < std::min(relief.cols, int(area.right()));
             ++x) {
            const QPointF mm = back.map(QPointF(x, y));
            const double narrow =
                mm.y() > 20 ? 1 - head.jaw * std::pow((mm.y() - 20) / 92, 1.6) : 1.0;
            const double u = mm.x() / (head.halfWidth * std::max(0.4, narrow) * 1.02);
            const double v = mm.y() / (head.halfHeight * 1.02);
            double height =
                depth * std::sqrt(std::max(0.02, 1 - u * u - v * v * v * v * 0.6 - v * v * 0.4));
            for (const Bump& bump : bumps) {
                const double dx = (mm.x() - bump.x) / bump.wide;
                const double dy = (mm.y() - bump.y) / bump.high;
                const double away = dx * dx + dy * dy;
                if (away < 9)
                    height += bump.lift * std::exp(-away * 0.5);
            }
            row[x] = static_cast<float>(height * canvas.pixelsPerMm);
        }
    }
    return relief;
}

void paintEye(QPainter& painter, QPointF at, double size, const FigureDesign& design, Dice& dice)
{
    const QColor skin = asColour(skinColour(design));
    painter.setPen(Qt::NoPen);
    QColor shade = skin.darker(150);
    shade.setAlpha(110);
    painter.setBrush(shade);
    painter.drawEllipse(at + QPointF(0, -2), 19 * size, 10 * size);
    if (design.eyesClosed) {
        painter.setPen(QPen(QColor(40, 26, 22), 2.6));
        painter.drawArc(QRectF(at.x() - 14 * size, at.y() - 6, 28 * size, 11), 200 * 16, 140 * 16);
        painter.setPen(Qt::NoPen);
        return;
    }
    QPainterPath lids(at + QPointF(-15 * size, 1));
    lids.quadTo(at + QPointF(0, -12.5 * size), at + QPointF(15 * size, 0));
    lids.quadTo(at + QPointF(0, 8.5 * size), at + QPointF(-15 * size, 1));
    painter.setBrush(QColor(226, 220, 214));
    painter.drawPath(lids);
    painter.save();
    painter.setClipPath(lids);
    painter.setBrush(QColor(66, 40 + dice.below(20), 26));
    painter.drawEllipse(at + QPointF(0, -1.5), 6.6, 6.6);
    painter.setBrush(QColor(12, 9, 9));
    painter.drawEllipse(at + QPointF(0, -1.5), 3.4, 3.4);
    painter.setBrush(QColor(255, 255, 255, 220));
    painter.drawEllipse(at + QPointF(1.8, -3.6), 1.4, 1.4);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(28, 20, 18), 2.4));
    QPainterPath upper(at + QPointF(-16 * size, 1));
    upper.quadTo(at + QPointF(0, -13.5 * size), at + QPointF(16 * size, 0));
    painter.drawPath(upper);
    painter.setPen(QPen(QColor(90, 60, 52, 120), 1.2));
    QPainterPath fold(at + QPointF(-17 * size, -4));
    fold.quadTo(at + QPointF(0, -18 * size), at + QPointF(17 * size, -5));
    painter.drawPath(fold);
    painter.setPen(Qt::NoPen);
}

void paintFeatures(QPainter& painter, const FigureDesign& design, const HeadShape& head)
{
    Dice dice(design.seed, 11);
    const double turn = design.turn;
    const QColor skin = asColour(skinColour(design));
    const QColor hair = asColour(hairColour(design));
    painter.setPen(Qt::NoPen);
    for (const double side : {-1.0, 1.0}) { // blush
        QColor warm(200, 90, 80, design.skin > 0.5 ? 14 : 30);
        painter.setBrush(warm);
        painter.drawEllipse(QPointF(turnedX(side * 42, 74, turn), 26), 20, 14);
    }
    const double browDrop = dice.between(-2, 2);
    for (const double side : {-1.0, 1.0}) {
        const QPointF eye(turnedX(side * head.eyeApart, 80, turn), -10);
        paintEye(painter, eye, head.eyeSize, design, dice);
        QPainterPath brow(eye + QPointF(-side * 16 * head.browWidth, -17 + browDrop));
        brow.quadTo(eye + QPointF(side * 4, -27 + browDrop),
                    eye + QPointF(side * 20, -17 + browDrop));
        brow.quadTo(eye + QPointF(side * 4, -21.5 + browDrop),
                    eye + QPointF(-side * 16 * head.browWidth, -11.5 + browDrop));
        QColor colour = hair.lightness() > 140 ? hair.darker(170) : hair;
        colour.setAlpha(205);
        painter.setBrush(colour);
        painter.drawPath(brow);
    }
    QColor dark = skin.darker(230);
    dark.setAlpha(190);
    painter.setBrush(dark);
    for (const double side : {-1.0, 1.0})
        painter.drawEllipse(QPointF(turnedX(side * 8.5 * head.noseWidth, 106, turn), 33), 4.2, 2.3);
    QColor under = skin.darker(170);
    under.setAlpha(80);
    painter.setBrush(under);
    painter.drawEllipse(QPointF(turnedX(0, 104, turn), 36), 15 * head.noseWidth, 4);
    const double mouthX = turnedX(0, 100, turn);
    const double half = 25 * head.mouthWidth;
    QPainterPath upperLip(QPointF(mouthX - half, 58));
    upperLip.cubicTo(mouthX - half * 0.5, 52, mouthX - 6, 49, mouthX, 52.5);
    upperLip.cubicTo(mouthX + 6, 49, mouthX + half * 0.5, 52, mouthX + half, 58);
    upperLip.quadTo(mouthX, 59, mouthX - half, 58);
    QPainterPath lowerLip(QPointF(mouthX - half, 58));
    lowerLip.quadTo(mouthX, 60, mouthX + half, 58);
    lowerLip.quadTo(mouthX, 75, mouthX - half, 58);
    const QColor lips(int(skin.red() * 0.82), int(skin.green() * 0.6), int(skin.blue() * 0.6), 230);
    painter.setBrush(lips.darker(115));
    painter.drawPath(upperLip);
    painter.setBrush(lips);
    painter.drawPath(lowerLip);
    painter.setPen(QPen(lips.darker(230), 1.7));
    painter.drawLine(QPointF(mouthX - half, 58), QPointF(mouthX + half, 58));
    painter.setPen(Qt::NoPen);
}

void paintGlasses(QPainter& painter, const FigureDesign& design, const HeadShape& head)
{
    Dice dice(design.seed, 12);
    const QColor frame = dice.below(2) == 0 ? QColor(30, 28, 30) : QColor(110, 80, 52);
    painter.setPen(QPen(frame, dice.between(1.8, 4.2)));
    const double round = dice.between(6, 18);
    for (const double side : {-1.0, 1.0}) {
        const QPointF eye(turnedX(side * head.eyeApart * 1.04, 86, design.turn), -8);
        painter.setBrush(QColor(235, 242, 250, 20));
        painter.drawRoundedRect(QRectF(eye.x() - 25, eye.y() - 18, 50, 37), round, round);
        painter.drawLine(eye + QPointF(side * 25, -6), QPointF(side * head.halfWidth, -14));
        painter.setBrush(Qt::NoBrush);
    }
    const double middle = turnedX(0, 110, design.turn);
    painter.drawArc(QRectF(middle - 9, -14, 18, 12), 0, 180 * 16);
    painter.setPen(Qt::NoPen);
}

} // namespace

cv::Mat FigureCanvas::mask(const QPainterPath& path) const
{
    QImage image(bgra.cols, bgra.rows, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(toPixels);
    painter.fillPath(path, Qt::white);
    painter.end();
    return cv::Mat(image.height(), image.width(), CV_8U, image.bits(),
                   static_cast<std::size_t>(image.bytesPerLine()))
        .clone();
}

HeadShape HeadShape::of(const FigureDesign& design)
{
    Dice dice(design.seed, 10);
    HeadShape head;
    head.halfWidth = dice.between(69, 77) + 3 * design.build;
    head.halfHeight = dice.between(108, 118);
    head.jaw = dice.between(0.18, 0.34) - 0.06 * design.build;
    head.eyeApart = dice.between(30.5, 34);
    head.eyeSize = dice.between(0.9, 1.1);
    head.noseWidth = dice.between(0.85, 1.2);
    head.mouthWidth = dice.between(0.88, 1.12);
    head.browWidth = dice.between(0.85, 1.1);
    return head;
}

QPainterPath HeadShape::outline() const
{
    const double chin = halfWidth * (1 - jaw) * 0.62;
    QPainterPath path(QPointF(0, -halfHeight));
    path.cubicTo(halfWidth * 0.75, -halfHeight, halfWidth, -halfHeight * 0.6, halfWidth, -10);
    path.cubicTo(halfWidth, halfHeight * 0.45, halfWidth * (1 - jaw * 0.4), halfHeight * 0.68, chin,
                 halfHeight * 0.92);
    path.quadTo(0, halfHeight * 1.06, -chin, halfHeight * 0.92);
    path.cubicTo(-halfWidth * (1 - jaw * 0.4), halfHeight * 0.68, -halfWidth, halfHeight * 0.45,
                 -halfWidth, -10);
    path.cubicTo(-halfWidth, -halfHeight * 0.6, -halfWidth * 0.75, -halfHeight, 0, -halfHeight);
    return path;
}

cv::Scalar skinColour(const FigureDesign& design)
{
    const double dark = std::clamp(design.skin, 0.0, 1.0);
    return {176 - 118 * dark, 198 - 118 * dark, 236 - 112 * dark};
}

cv::Scalar hairColour(const FigureDesign& design)
{
    Dice dice(design.seed, 13);
    const int kind = dice.below(6);
    if (kind == 0 && design.skin < 0.5)
        return {60, 88, 122};
    if (kind == 1)
        return {150, 150, 152};
    return {30 + dice.between(0, 14), 30 + dice.between(0, 10), 34 + dice.between(0, 18)};
}

void paintFace(FigureCanvas& canvas, const FigureDesign& design, const HeadShape& head)
{
    const cv::Scalar skin = skinColour(design);
    QPainterPath ears;
    ears.addEllipse(QPointF(-head.halfWidth - 4, -2), 11, 24);
    ears.addEllipse(QPointF(head.halfWidth + 4, -2), 11, 24);
    const cv::Mat earMask = canvas.mask(ears);
    const cv::Mat plain(canvas.bgra.size(), CV_8UC3, skin * 0.92);
    layOver(canvas.bgra, plain, litRelief(cushion(earMask, 9), canvas.light, 0.5), earMask);

    QImage albedo(canvas.bgra.cols, canvas.bgra.rows, QImage::Format_RGB888);
    albedo.fill(asColour(skin));
    QPainter painter(&albedo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(canvas.toPixels);
    paintFeatures(painter, design, head);
    painter.end();
    cv::Mat colour;
    cv::cvtColor(cv::Mat(albedo.height(), albedo.width(), CV_8UC3, albedo.bits(),
                         static_cast<std::size_t>(albedo.bytesPerLine())),
                 colour, cv::COLOR_RGB2BGR);
    cv::GaussianBlur(colour, colour, {}, 0.8);
    cv::Mat lit = litRelief(faceRelief(canvas, head, design.turn), canvas.light, 0.46);
    cv::GaussianBlur(lit, lit, {}, 1.6);
    layOver(canvas.bgra, colour, lit, canvas.mask(head.outline()));
    if (design.glasses) {
        QImage over(canvas.bgra.data, canvas.bgra.cols, canvas.bgra.rows,
                    static_cast<qsizetype>(canvas.bgra.step), QImage::Format_ARGB32_Premultiplied);
        QPainter glasses(&over);
        glasses.setRenderHint(QPainter::Antialiasing);
        glasses.setTransform(canvas.toPixels);
        paintGlasses(glasses, design, head);
    }
}

} // namespace handshake::evaluation
