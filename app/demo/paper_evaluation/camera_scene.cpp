// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/camera_shot.h"
#include "app/demo/paper_evaluation/desk.h"
#include "app/demo/paper_evaluation/scenes.h"

#include <QPainter>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

/// Upright mostly, now and then upside down or lying on its side; never quite straight.
double someTurn(Random& random)
{
    const double quarter = random.pick(std::vector<double>{0, 0, 0, 180, 180, 90, -90});
    return quarter + random.between(-13, 13);
}

std::vector<Placed> arranged(const std::vector<Sheet>& sheets, Arrangement arrangement,
                             Random random)
{
    std::vector<Placed> placed;
    if (sheets.empty())
        return placed;
    const double turn = someTurn(random);
    QTransform group;
    group.rotate(turn);
    QPointF at(0, 0);
    for (const Sheet& sheet : sheets) {
        const double own = arrangement == Arrangement::Alone ? 0 : random.between(-4, 4);
        placed.push_back(placedAt(sheet, group.map(at), turn + own));
        const double gap = random.between(9, 20);
        if (arrangement == Arrangement::SideBySide)
            at.rx() += sheet.size().width() + gap;
        else
            at.ry() += sheet.size().height() + gap;
    }
    return placed;
}

QPolygonF allOutlines(const std::vector<Placed>& items)
{
    QRectF box;
    for (const Placed& item : items)
        box = box.united(item.outline().boundingRect());
    // An empty desk shows a part where a paper might have lain.
    return QPolygonF(items.empty() ? QRectF(-60, -40, 120, 80) : box);
}

/// The desk, what lies about, the papers; the truth is added to `sample`.
Ground laidDesk(PaperSample& sample, const std::vector<Placed>& items, const CameraView& view,
                const CameraPose& pose, Random random)
{
    Ground ground = blankGround(view.seenArea(), pose.pixelsPerMm * 1.15, qRgb(128, 128, 128));
    paintDeskTop(ground, random.fork(1));
    const double distance = sample.severity == Severity::Good ? 5 : 2;
    const int howMuch = 2 + random.below(5);
    paintClutter(ground, allOutlines(items), distance, howMuch, random.fork(2));
    for (const Placed& item : items) {
        {
            QPainter painter(&ground.image);
            painter.setTransform(ground.fromMm());
            drawSoftShadow(painter, item.shape(), {random.between(-0.7, 0.7), 0.5}, 1.1, 0.4);
        }
        const std::vector<PrintedField> fields = paintPlaced(ground, item);
        sample.items.push_back(truthOf(
            item, fields, [&](QPointF mm) { return view.toPicture(mm); }, pose.picture));
    }
    return ground;
}

PaperSample photographed(const std::vector<Placed>& items, const Subject& subject,
                         const CameraPose& pose, const CameraConditions& conditions, Random random)
{
    PaperSample sample;
    sample.severity = conditions.severity;
    const CameraView view(pose);
    const Ground ground = laidDesk(sample, items, view, pose, random.fork(31));
    const Development development =
        developmentFor(subject, view, pose, conditions, random.fork(32));
    shoot(sample, ground, view, development, conditions, random.fork(33));
    return sample;
}

double smallestEm(const std::vector<Sheet>& sheets)
{
    double least = 6;
    for (const Sheet& sheet : sheets)
        least = std::min(least, sheet.smallestEm());
    return least;
}

} // namespace

PaperSample cameraScene(const std::vector<Sheet>& sheets, Arrangement arrangement,
                        Severity severity, Random random)
{
    const CameraConditions conditions = cameraConditions(severity, random.fork(1));
    const std::vector<Placed> items = arranged(sheets, arrangement, random.fork(2));
    const Subject subject{allOutlines(items).boundingRect(), smallestEm(sheets), items};
    const CameraPose pose = poseFor(subject, conditions, random.fork(3));
    PaperSample sample = photographed(items, subject, pose, conditions, random.fork(4));
    sample.scene = sheets.empty() ? SceneKind::Empty : SceneKind::Camera;
    return sample;
}

PaperSample cutOffScene(const Sheet& sheet, Severity severity, Random random)
{
    const CameraConditions conditions = cameraConditions(severity, random.fork(1));
    Random own = random.fork(2);
    const std::vector<Placed> items{placedAt(sheet, {0, 0}, own.between(-5, 5))};
    const QRectF whole = items.front().outline().boundingRect();
    const Subject subject{whole, sheet.smallestEm(), items};
    CameraPose pose = poseFor(subject, conditions, random.fork(3));
    // Moved until a tenth to a quarter of the paper lies beyond one side of the picture.
    const double beyond = own.between(0.1, 0.25);
    const QSizeF seen = QSizeF(pose.picture) / pose.pixelsPerMm;
    pose.lookedAt = whole.center();
    const double sign = own.chance(0.5) ? 1 : -1;
    if (own.chance(0.5))
        pose.lookedAt.rx() +=
            sign * (((seen.width() - whole.width()) / 2) + (beyond * whole.width()));
    else
        pose.lookedAt.ry() +=
            sign * (((seen.height() - whole.height()) / 2) + (beyond * whole.height()));
    PaperSample sample = photographed(items, subject, pose, conditions, random.fork(4));
    sample.scene = SceneKind::CutOff;
    sample.faults.append(u"cut-off"_s);
    return sample;
}

} // namespace handshake::papereval
