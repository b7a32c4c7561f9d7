// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/camera_shot.h"

#include <QLineF>

#include <algorithm>
#include <array>

namespace handshake::papereval {

namespace {

constexpr std::array<QSize, 6> kPictures{
    {{1280, 720}, {1600, 1200}, {1920, 1080}, {2592, 1944}, {3264, 2448}, {2048, 1536}}};
constexpr double kFilled = 0.9; ///< of the picture at most

double fittingScale(const Subject& subject, QSize picture)
{
    return std::min(picture.width() * kFilled / subject.mustBeSeen.width(),
                    picture.height() * kFilled / subject.mustBeSeen.height());
}

/// Pictures into which the subject fits at `wanted` pixels a mm without being lost on them.
std::vector<QSize> fittingPictures(const Subject& subject, double wanted)
{
    std::vector<QSize> fitting;
    for (const QSize& size : kPictures) {
        const double most = fittingScale(subject, size);
        if (most >= wanted && most <= wanted * 2.6)
            fitting.push_back(size);
    }
    return fitting;
}

} // namespace

CameraPose poseFor(const Subject& subject, const CameraConditions& conditions, Random random)
{
    CameraPose pose;
    pose.tilt = figure(conditions, CameraFault::Tilt);
    pose.direction = random.between(0, 360);
    pose.focal = random.between(0.85, 1.3);
    pose.distortion = random.chance(0.5) ? random.between(-0.015, 0.015) : 0;
    // Leaning away makes the far side smaller: a little nearer, so that the figure is kept there.
    const double wanted =
        figure(conditions, CameraFault::Small) / subject.smallestEm * (1 + (pose.tilt / 120));
    const std::vector<QSize> fitting = fittingPictures(subject, wanted);
    pose.picture = fitting.empty() ? QSize(3264, 2448) : random.pick(fitting);
    pose.pixelsPerMm =
        std::min(wanted, fittingScale(subject, pose.picture) / (1 + pose.tilt / 120));
    const QSizeF room = (QSizeF(pose.picture) / pose.pixelsPerMm) - subject.mustBeSeen.size();
    pose.lookedAt = subject.mustBeSeen.center();
    pose.lookedAt.rx() += random.between(-0.22, 0.22) * std::max(0.0, room.width());
    pose.lookedAt.ry() += random.between(-0.22, 0.22) * std::max(0.0, room.height());
    return pose;
}

Development developmentFor(const Subject& subject, const CameraView& view, const CameraPose& pose,
                           const CameraConditions& conditions, Random random)
{
    Development development;
    development.exposure = figure(conditions, CameraFault::Dim);
    development.warmth = figure(conditions, CameraFault::Warm);
    development.falloff = random.between(0.05, 0.25);
    development.falloffDegrees = random.between(0, 360);
    development.defocus = figure(conditions, CameraFault::Defocus);
    development.motion = figure(conditions, CameraFault::Motion);
    development.motionDegrees = random.between(0, 180);
    development.noise = figure(conditions, CameraFault::Noise);
    development.sharpening = random.between(0, 0.45);
    development.jpegQuality = static_cast<int>(figure(conditions, CameraFault::Compressed));
    if (subject.items.empty())
        return development;
    const Placed& item = subject.items.front();
    const QSizeF size = item.sheet.size();
    const auto somewhere = [&](double margin) {
        const double x = size.width() * random.between(margin, 1 - margin);
        const double y = size.height() * random.between(margin, 1 - margin);
        return view.toPicture(item.toGround.map(QPointF(x, y)));
    };
    const double reach = std::max(size.width(), size.height()) * pose.pixelsPerMm;
    const double glare = figure(conditions, CameraFault::Glare);
    if (glare > 0) {
        const QPointF at = somewhere(0.1);
        const double along = reach * random.between(0.12, 0.3);
        const double across = reach * random.between(0.05, 0.12);
        development.glares.push_back({at, along, across, random.between(0, 180), glare});
    }
    const QPointF at = somewhere(0);
    const double across = reach * random.between(0.2, 0.5);
    development.shadows.push_back(
        {at, reach * 2, across, random.between(0, 180), figure(conditions, CameraFault::Shadow)});
    return development;
}

void shoot(PaperSample& sample, const Ground& ground, const CameraView& view,
           const Development& development, const CameraConditions& conditions, Random random)
{
    const QImage picture = developed(view.look(ground), development, random);
    sample.jpeg = asJpeg(picture, development.jpegQuality);
    sample.size = picture.size();
    sample.severity = conditions.severity;
    sample.faults = conditions.faults;
}

} // namespace handshake::papereval
