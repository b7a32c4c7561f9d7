// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/figure_painting_p.h"

#include "app/demo/evaluation/dice_p.h"
#include "app/demo/evaluation/figure_face_p.h"

#include <opencv2/imgproc.hpp>

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <list>
#include <mutex>

namespace handshake::evaluation {

namespace {

constexpr double kPixelsPerMm = 1.35;
constexpr double kHalfWidthMm = 350;
constexpr double kAboveMm = 175;
constexpr double kBelowMm = 900;
constexpr std::size_t kKept = 8;

/// Streaks for hair and cloth, about 1 on the average.
cv::Mat streaks(cv::Size size, std::uint64_t seed, double alongX, double alongY, double depth)
{
    Dice dice(seed, 20);
    cv::Mat noise(size.height / 2 + 1, size.width / 2 + 1, CV_32F);
    for (int y = 0; y < noise.rows; ++y) {
        for (int x = 0; x < noise.cols; ++x)
            noise.at<float>(y, x) = static_cast<float>(dice.between(-1, 1));
    }
    cv::GaussianBlur(noise, noise, {}, alongX, alongY);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(noise, mean, deviation);
    noise = 1 + (noise - mean[0]) * (depth / std::max(1e-6, deviation[0]));
    cv::Mat full;
    cv::resize(noise, full, size);
    return full;
}

void layShape(FigureCanvas& canvas, const QPainterPath& path, const cv::Scalar& colour,
              double round, double ambient, const cv::Mat& texture)
{
    const cv::Mat mask = canvas.mask(path);
    cv::Mat lit = litRelief(cushion(mask, round * canvas.pixelsPerMm), canvas.light, ambient);
    if (!texture.empty())
        lit = lit.mul(texture);
    layOver(canvas.bgra, cv::Mat(canvas.bgra.size(), CV_8UC3, colour), lit, mask);
}

double shoulderOf(const FigureDesign& design)
{
    return 205 + 38 * design.build - (design.longHair ? 14 : 0);
}

QPainterPath torso(double half, double neck)
{
    QPainterPath path(QPointF(-neck, 138));
    path.cubicTo(-neck - 20, 172, -half * 0.7, 176, -half * 0.9, 205);
    path.cubicTo(-half * 1.08, 225, -half * 1.14, 330, -half * 1.22, kBelowMm + 40);
    path.lineTo(half * 1.22, kBelowMm + 40);
    path.cubicTo(half * 1.14, 330, half * 1.08, 225, half * 0.9, 205);
    path.cubicTo(half * 0.7, 176, neck + 20, 172, neck, 138);
    path.quadTo(0, 178, -neck, 138);
    return path;
}

void strokeOver(FigureCanvas& canvas, const QPainterPath& path, const QColor& colour, double width,
                const QColor& fill = Qt::transparent)
{
    QImage over(canvas.bgra.data, canvas.bgra.cols, canvas.bgra.rows,
                static_cast<qsizetype>(canvas.bgra.step), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&over);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(canvas.toPixels);
    painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
    painter.setPen(QPen(colour, width));
    painter.setBrush(fill);
    painter.drawPath(path);
}

cv::Scalar clothColour(const FigureDesign& design)
{
    Dice dice(design.seed, 14);
    static const cv::Scalar colours[]{{70, 62, 58},  {140, 150, 156}, {84, 110, 70},
                                      {120, 78, 52}, {60, 90, 150},   {190, 196, 200},
                                      {52, 48, 50},  {96, 120, 160}};
    return colours[dice.below(8)];
}

void paintClothes(FigureCanvas& canvas, const FigureDesign& design, double half, double neck)
{
    const cv::Mat cloth = streaks(canvas.bgra.size(), design.seed + 5, 9, 24, 0.035);
    const cv::Scalar colour = clothColour(design);
    layShape(canvas, torso(half, neck), colour, 90, 0.42, cloth);
    const QColor seam(20, 20, 24, 130);
    QPainterPath sleeves(QPointF(-half * 0.72, 330));
    sleeves.quadTo(-half * 0.66, 500, -half * 0.74, 820);
    sleeves.moveTo(half * 0.72, 330);
    sleeves.quadTo(half * 0.66, 500, half * 0.74, 820);
    strokeOver(canvas, sleeves, seam, 4);
    if (design.clothes == 0 || design.clothes == 3) {
        QPainterPath collar(QPointF(-neck - 4, 140));
        collar.quadTo(0, design.clothes == 0 ? 215 : 176, neck + 4, 140);
        strokeOver(canvas, collar, QColor(20, 20, 24, 150), design.clothes == 0 ? 7 : 16);
        return;
    }
    QPainterPath shirt(QPointF(-neck, 136));
    shirt.lineTo(0, design.clothes == 2 ? 420 : 230);
    shirt.lineTo(neck, 136);
    shirt.quadTo(0, 176, -neck, 136);
    if (design.clothes == 2) {
        layShape(canvas, shirt, {232, 228, 224}, 30, 0.6, {});
        QPainterPath lapels(QPointF(-neck - 16, 142));
        lapels.lineTo(-54, 300);
        lapels.lineTo(0, 424);
        lapels.lineTo(54, 300);
        lapels.lineTo(neck + 16, 142);
        strokeOver(canvas, lapels, QColor(14, 14, 18, 170), 5);
    }
    QPainterPath points(QPointF(-neck - 6, 132));
    points.lineTo(-34, 214);
    points.lineTo(0, 182);
    points.lineTo(34, 214);
    points.lineTo(neck + 6, 132);
    strokeOver(canvas, points, QColor(30, 30, 36, 160), 3);
    QPainterPath buttons(QPointF(0, 190));
    buttons.lineTo(0, 880);
    strokeOver(canvas, buttons, QColor(30, 30, 36, 90), 2.5);
}

void paintHairBehind(FigureCanvas& canvas, const FigureDesign& design, const HeadShape& head,
                     const cv::Mat& strands)
{
    if (!design.longHair)
        return;
    const double half = head.halfWidth + 22;
    QPainterPath path(QPointF(0, -head.halfHeight - 18));
    path.cubicTo(half * 1.1, -head.halfHeight - 18, half * 1.05, 0, half + 10, 190);
    path.quadTo(half - 20, 260, half - 60, 230);
    path.lineTo(-half + 60, 230);
    path.quadTo(-half + 20, 260, -half - 10, 190);
    path.cubicTo(-half * 1.05, 0, -half * 1.1, -head.halfHeight - 18, 0, -head.halfHeight - 18);
    layShape(canvas, path, hairColour(design) * 0.85, 40, 0.45, strands);
}

void paintHair(FigureCanvas& canvas, const FigureDesign& design, const HeadShape& head,
               const cv::Mat& strands)
{
    if (design.bald)
        return;
    Dice dice(design.seed, 15);
    const double half = head.halfWidth + 8;
    const double top = -head.halfHeight - 20;
    const double line = -head.halfHeight * dice.between(0.54, 0.64);
    const double part = dice.between(-30, 30);
    QPainterPath path(QPointF(-half, design.longHair ? 60 : -6));
    path.cubicTo(-half - 8, -70, -half * 0.8, top, 0, top);
    path.cubicTo(half * 0.8, top, half + 8, -70, half, design.longHair ? 60 : -6);
    path.cubicTo(half - 8, -30, half - 14, line * 0.72, half - 26, line);
    path.cubicTo(half * 0.4, line - 12, part + 20, line - 16, part, line - 22);
    path.cubicTo(part - 20, line - 10, -half * 0.4, line + 2, -half + 26, line);
    path.cubicTo(-half + 14, line * 0.72, -half + 8, -30, -half, design.longHair ? 60 : -6);
    layShape(canvas, path, hairColour(design), 34, 0.4, strands);
}

void paintBackOfHead(FigureCanvas& canvas, const FigureDesign& design, const HeadShape& head,
                     const cv::Mat& strands)
{
    QPainterPath path = head.outline();
    path.addEllipse(QPointF(0, -20), head.halfWidth + 8, head.halfHeight + 2);
    path.setFillRule(Qt::WindingFill);
    layShape(canvas, path, hairColour(design), 60, 0.4, strands);
}

std::shared_ptr<const Figure> paint(const FigureDesign& design)
{
    FigureCanvas canvas;
    canvas.pixelsPerMm = kPixelsPerMm;
    canvas.bgra = cv::Mat(int((kAboveMm + kBelowMm) * kPixelsPerMm),
                          int(2 * kHalfWidthMm * kPixelsPerMm), CV_8UC4, cv::Scalar::all(0));
    canvas.toPixels.scale(kPixelsPerMm, kPixelsPerMm);
    canvas.toPixels.translate(kHalfWidthMm, kAboveMm);
    const double x = 0.55 * design.lightFrom;
    canvas.light = {x, -0.35, std::sqrt(1 - x * x - 0.35 * 0.35)};

    const HeadShape head = HeadShape::of(design);
    const double half = shoulderOf(design);
    const double neck = 50 + 8 * design.build;
    const cv::Mat strands = streaks(canvas.bgra.size(), design.seed, 1.2, 14, 0.16);
    paintHairBehind(canvas, design, head, strands);
    QPainterPath throat;
    throat.addRoundedRect(QRectF(-neck, 60, 2 * neck, 150), 20, 20);
    layShape(canvas, throat, skinColour(design) * 0.74, neck, 0.4, {});
    paintClothes(canvas, design, half, neck);
    if (design.fromBehind) {
        paintBackOfHead(canvas, design, head, strands);
    } else {
        paintFace(canvas, design, head);
        paintHair(canvas, design, head, strands);
    }
    auto figure = std::make_shared<Figure>();
    figure->bgra = canvas.bgra;
    figure->pixelsPerMm = kPixelsPerMm;
    const QPointF centre = canvas.toPixels.map(QPointF(0, 16));
    figure->faceCentre = {centre.x(), centre.y()};
    figure->faceMm = {2.1 * head.halfWidth, 2.1 * head.halfWidth};
    figure->topMm = head.halfHeight + 40;
    figure->shoulderMm = half;
    return figure;
}

} // namespace

std::shared_ptr<const Figure> figurePicture(const FigureDesign& design)
{
    struct Entry {
        FigureDesign design;
        std::shared_ptr<const Figure> figure;
    };
    static std::mutex mutex;
    static std::list<Entry> kept;
    const std::scoped_lock lock(mutex);
    const auto found = std::find_if(kept.begin(), kept.end(),
                                    [&](const Entry& entry) { return entry.design == design; });
    if (found != kept.end()) {
        kept.splice(kept.begin(), kept, found);
        return kept.front().figure;
    }
    kept.push_front({design, paint(design)});
    if (kept.size() > kKept)
        kept.pop_back();
    return kept.front().figure;
}

} // namespace handshake::evaluation
