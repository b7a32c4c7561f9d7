// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/ground.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace handshake::papereval {

namespace {

constexpr double kMostDots = 45e6;
constexpr double kMmPerInch = 25.4;

/// The greyish, hardened and slightly uneven look of a photocopy.
void makeCopy(QImage& image, Random random)
{
    const double contrast = random.between(1.15, 1.5);
    const double lift = random.between(8, 26);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y)); // NOLINT: Qt's way to the pixels
        for (int x = 0; x < image.width(); ++x) {
            const int alpha = qAlpha(line[x]);
            if (alpha == 0)
                continue;
            const double toner = random.between(-7, 7);
            const double value = ((qGray(line[x]) - 128) * contrast) + 128 + lift + toner;
            const int grey = std::clamp(static_cast<int>(value), 0, 255) * alpha / 255;
            line[x] = qRgba(grey, grey, grey, alpha);
        }
    }
}

double worstDpi(const Placed& placed, const std::function<QPointF(QPointF)>& toPicture)
{
    constexpr double kStep = 1.0; // mm
    double least = 1e9;
    const QSizeF size = placed.sheet.size();
    for (const double x : {0.05, 0.5, 0.95})
        for (const double y : {0.05, 0.5, 0.95}) {
            const QPointF at(size.width() * x, size.height() * y);
            const QPointF here = toPicture(placed.toGround.map(at));
            for (const QPointF side : {QPointF(kStep, 0), QPointF(0, kStep)})
                least = std::min(least,
                                 QLineF(here, toPicture(placed.toGround.map(at + side))).length());
        }
    return least * kMmPerInch / kStep;
}

} // namespace

QTransform Ground::fromMm() const
{
    QTransform transform;
    transform.scale(dotsPerMm, dotsPerMm);
    transform.translate(-area.left(), -area.top());
    return transform;
}

Ground blankGround(const QRectF& area, double dotsPerMm, QRgb colour)
{
    const double wanted = area.width() * area.height() * dotsPerMm * dotsPerMm;
    if (wanted > kMostDots)
        dotsPerMm *= std::sqrt(kMostDots / wanted);
    Ground ground;
    ground.area = area;
    ground.dotsPerMm = dotsPerMm;
    ground.image =
        QImage(static_cast<int>(std::ceil(area.width() * dotsPerMm)),
               static_cast<int>(std::ceil(area.height() * dotsPerMm)), QImage::Format_RGB32);
    ground.image.fill(colour);
    return ground;
}

QPolygonF Placed::outline() const
{
    const QSizeF size = sheet.size();
    return toGround.map(
        QPolygonF({QPointF(0, 0), QPointF(size.width(), 0), QPointF(size.width(), size.height()),
                   QPointF(0, size.height())}));
}

QPainterPath Placed::shape() const
{
    const bool isCard = sheet.kind == ItemKind::IdPortrait || sheet.kind == ItemKind::IdEmblem;
    const double radius = isCard ? kIdCornerRadius : 0;
    QPainterPath path;
    path.addRoundedRect(QRectF(QPointF(0, 0), sheet.size()), radius, radius);
    return toGround.map(path);
}

Placed placedAt(const Sheet& sheet, QPointF centre, double degrees)
{
    Placed placed;
    placed.sheet = sheet;
    placed.turned = degrees;
    placed.toGround.translate(centre.x(), centre.y());
    placed.toGround.rotate(degrees);
    placed.toGround.translate(-sheet.size().width() / 2, -sheet.size().height() / 2);
    return placed;
}

void drawSoftShadow(QPainter& painter, const QPainterPath& shape, QPointF offset, double reach,
                    double depth)
{
    constexpr int kRings = 10;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < kRings; ++i) {
        // Rings over each other: each a little narrower and taking its share of the light.
        const double width = 2 * reach * (kRings - i) / kRings;
        QColor dark(0, 0, 0);
        dark.setAlphaF(static_cast<float>(depth / kRings));
        const QPainterPath path = shape.translated(offset);
        painter.fillPath(path, dark);
        painter.strokePath(path, QPen(dark, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.restore();
}

std::vector<PrintedField> paintPlaced(Ground& ground, const Placed& placed)
{
    QPainter painter(&ground.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QTransform whole = placed.toGround * ground.fromMm();
    if (!placed.grey) {
        painter.setTransform(whole);
        return paintSheet(painter, placed.sheet);
    }
    const QSizeF size = placed.sheet.size();
    QImage copy((size * ground.dotsPerMm).toSize(), QImage::Format_ARGB32_Premultiplied);
    copy.fill(Qt::transparent);
    QPainter first(&copy);
    first.scale(ground.dotsPerMm, ground.dotsPerMm);
    std::vector<PrintedField> fields = paintSheet(first, placed.sheet);
    first.end();
    makeCopy(copy, Random(placed.sheet.seed).fork(77));
    painter.setTransform(whole);
    painter.drawImage(QRectF(QPointF(0, 0), size), copy);
    return fields;
}

ItemTruth truthOf(const Placed& placed, const std::vector<PrintedField>& fields,
                  const std::function<QPointF(QPointF)>& toPicture, QSize picture)
{
    const auto mapped = [&](const QPolygonF& onSheet) {
        QPolygonF result;
        for (const QPointF& point : onSheet)
            result.append(toPicture(placed.toGround.map(point)));
        return result;
    };
    ItemTruth truth;
    truth.kind = placed.sheet.kind;
    const QSizeF size = placed.sheet.size();
    const QRectF all(QPointF(0, 0), size);
    truth.corners = mapped({all.topLeft(), all.topRight(), all.bottomRight(), all.bottomLeft()});
    truth.turned = std::remainder(placed.turned, 360.0);
    truth.dpi = worstDpi(placed, toPicture);
    truth.grey = placed.grey;
    truth.qr = placed.sheet.qr();
    const QRectF frame(QPointF(0, 0), QSizeF(picture));
    truth.complete = std::all_of(truth.corners.begin(), truth.corners.end(),
                                 [&](const QPointF& corner) { return frame.contains(corner); });
    for (const PrintedField& field : fields) {
        const QRectF& box = field.box;
        truth.fields.push_back(
            {field.key, field.text, field.lines,
             mapped({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()})});
    }
    return truth;
}

} // namespace handshake::papereval
