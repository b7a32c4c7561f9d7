// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/flatbed_scan.h"

#include "app/demo/paper_evaluation/development.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace handshake::papereval {

namespace {

constexpr double kMmPerInch = 25.4;

void paintSeam(Ground& ground, const QPainterPath& shape, double levels)
{
    QPainter painter(&ground.image);
    painter.setTransform(ground.fromMm());
    // The lamp comes from one side: the shadow is seen along two edges only.
    drawSoftShadow(painter, shape, {0.25, 0.35}, 0.45, levels / 255 * 1.6);
}

/// Each column of the sensor has its own slight gain; specks and hairs lie on the glass.
void paintDust(Ground& ground, double specksPerSquareDecimetre, Random& random)
{
    QPainter painter(&ground.image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(ground.fromMm());
    const double area = ground.area.width() * ground.area.height() / 10000;
    const int specks = static_cast<int>(specksPerSquareDecimetre * area);
    for (int i = 0; i < specks; ++i) {
        const double x = random.between(0, ground.area.width());
        const double y = random.between(0, ground.area.height());
        const int grey = 90 + random.below(130);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(grey, grey, grey));
        const double size = random.between(0.04, 0.16);
        painter.drawEllipse(QPointF(x, y), size, size * random.between(0.6, 1.4));
        if (i % 12 == 0) { // a hair
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(QColor(grey, grey, grey), 0.07));
            painter.drawArc(QRectF(x, y, random.between(2, 7), random.between(2, 7)),
                            16 * random.below(360), 16 * (40 + random.below(120)));
        }
    }
}

Development scannerDevelopment(const ScannerConditions& conditions, Random& random)
{
    Development development;
    development.exposure = random.between(0.96, 1.06);
    development.warmth = random.between(0.97, 1.03);
    development.falloff = random.between(0, 0.03);
    development.falloffDegrees = random.between(0, 360);
    development.defocus = random.between(0.2, 0.7);
    development.noise = random.between(0.8, 2.2);
    development.sharpening = random.between(0, 0.5);
    development.jpegQuality = static_cast<int>(figure(conditions, ScannerFault::Compressed));
    return development;
}

} // namespace

PaperSample scanned(const ScanJob& job, const ScannerConditions& conditions, Random random)
{
    const double dotsPerMm = job.dpi / kMmPerInch;
    Random own = random.fork(1);
    const int lid = 242 + own.below(12);
    Ground ground = blankGround(QRectF(QPointF(0, 0), job.window), dotsPerMm,
                                qRgb(lid, lid, lid - own.below(5)));
    if (job.onSheet) {
        const QSizeF a4(210, 297);
        QTransform place;
        place.translate(job.window.width() / 2, job.window.height() / 2);
        place.rotate(job.sheetTurn);
        const QPolygonF paper = place.map(QPolygonF(QRectF(QPointF(-105, -148.5), a4)));
        QPainterPath shape;
        shape.addPolygon(paper);
        paintSeam(ground, shape, job.seam);
        QPainter painter(&ground.image);
        painter.setTransform(ground.fromMm());
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(250, 250, 248));
        painter.drawPath(shape);
    }
    PaperSample sample;
    const QTransform toPicture = ground.fromMm();
    const auto map = [&](QPointF mm) { return toPicture.map(mm); };
    sample.size = ground.image.size();
    for (const Placed& item : job.items) {
        if (!job.onSheet)
            paintSeam(ground, item.shape(), job.seam);
        const std::vector<PrintedField> fields = paintPlaced(ground, item);
        sample.items.push_back(truthOf(item, fields, map, sample.size));
    }
    paintDust(ground, figure(conditions, ScannerFault::Dust), own);
    const Development development = scannerDevelopment(conditions, own);
    const QImage picture = developed(ground.image, development, random.fork(2));
    sample.jpeg = asJpeg(picture, development.jpegQuality);
    sample.severity = conditions.severity;
    sample.faults = conditions.faults;
    return sample;
}

} // namespace handshake::papereval
