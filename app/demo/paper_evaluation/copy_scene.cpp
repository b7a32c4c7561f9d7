// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/camera_shot.h"
#include "app/demo/paper_evaluation/desk.h"
#include "app/demo/paper_evaluation/flatbed_scan.h"
#include "app/demo/paper_evaluation/scenes.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

constexpr QSizeF kA4{210, 297};

/// Where the copied papers are on the sheet whose middle is (0, 0); grey.
std::vector<Placed> copiedOnto(const std::vector<Sheet>& sheets, double turn, Random& random)
{
    std::vector<Placed> items;
    QTransform paper;
    paper.rotate(turn);
    double y = sheets.size() > 1 ? -70 : random.between(-60, 20);
    for (const Sheet& sheet : sheets) {
        const bool isFull = sheet.size().width() > 200;
        const double own = isFull ? 90 : random.between(-2, 2);
        const double shrink = isFull ? 0.93 : 1.0; // copiers leave a margin
        const QPointF at = isFull ? QPointF(0, 0) : QPointF(random.between(-25, 25), y);
        Placed item = placedAt(sheet, {0, 0}, turn + own);
        item.toGround = item.toGround * QTransform::fromScale(shrink, shrink) *
                        QTransform::fromTranslate(paper.map(at).x(), paper.map(at).y());
        item.grey = true;
        items.push_back(item);
        y += sheet.size().height() + random.between(14, 40);
    }
    return items;
}

PaperSample scannedCopy(std::vector<Placed> items, double turn, Severity severity, Random random)
{
    const ScannerConditions conditions = scannerConditions(severity, random.fork(1));
    ScanJob job;
    job.window = QSizeF(216, 300);
    job.dpi = figure(conditions, ScannerFault::Coarse);
    job.seam = figure(conditions, ScannerFault::Seam);
    job.onSheet = true;
    job.sheetTurn = turn;
    for (Placed& item : items)
        item.toGround *= QTransform::fromTranslate(job.window.width() / 2, job.window.height() / 2);
    job.items = std::move(items);
    return scanned(job, conditions, random.fork(2));
}

PaperSample photographedCopy(const std::vector<Placed>& items, double turn, Severity severity,
                             Random random)
{
    const CameraConditions conditions = cameraConditions(severity, random.fork(1));
    QTransform place;
    place.rotate(turn);
    const QPolygonF paper = place.map(
        QPolygonF(QRectF(-kA4.width() / 2, -kA4.height() / 2, kA4.width(), kA4.height())));
    QRectF seen = items.front().outline().boundingRect();
    for (const Placed& item : items)
        seen = seen.united(item.outline().boundingRect());
    const Subject subject{seen.adjusted(-8, -8, 8, 8), items.front().sheet.smallestEm(), items};
    const CameraPose pose = poseFor(subject, conditions, random.fork(2));
    const CameraView view(pose);
    Ground ground = blankGround(view.seenArea(), pose.pixelsPerMm * 1.15, qRgb(128, 128, 128));
    paintDeskTop(ground, random.fork(3));
    paintClutter(ground, paper, 3, 3, random.fork(4));
    {
        QPainter painter(&ground.image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setTransform(ground.fromMm());
        QPainterPath shape;
        shape.addPolygon(paper);
        drawSoftShadow(painter, shape, {0.3, 0.5}, 1.0, 0.35);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(248, 248, 246));
        painter.drawPath(shape);
    }
    PaperSample sample;
    for (const Placed& item : items) {
        const std::vector<PrintedField> fields = paintPlaced(ground, item);
        sample.items.push_back(truthOf(
            item, fields, [&](QPointF mm) { return view.toPicture(mm); }, pose.picture));
    }
    const Development development = developmentFor(subject, view, pose, conditions, random.fork(5));
    shoot(sample, ground, view, development, conditions, random.fork(6));
    return sample;
}

} // namespace

PaperSample copyScene(const std::vector<Sheet>& sheets, bool isScanned, Severity severity,
                      Random random)
{
    Random own = random.fork(1);
    const double turn = isScanned ? own.between(-0.4, 0.4) : own.between(-8, 8);
    const std::vector<Placed> items = copiedOnto(sheets, turn, own);
    PaperSample sample = isScanned ? scannedCopy(items, turn, severity, random.fork(2))
                                   : photographedCopy(items, turn, severity, random.fork(2));
    sample.scene = SceneKind::Copy;
    sample.faults.append(u"copy"_s);
    return sample;
}

} // namespace handshake::papereval
