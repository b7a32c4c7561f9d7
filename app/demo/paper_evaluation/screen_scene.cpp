// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/camera_shot.h"
#include "app/demo/paper_evaluation/scenes.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace handshake::papereval {

namespace {

constexpr double kPitch = 0.265; ///< of the screen's pixels, mm
constexpr QSize kScreen{1000, 640};

/// The window with the paper, in the screen's own pixels.
struct Shown {
    QImage screen;
    Placed placed; ///< mm of the sheet to mm of the screen, whose middle is (0, 0)
    std::vector<PrintedField> fields;
};

Shown shownOnScreen(const Sheet& sheet, Random& random)
{
    Shown shown;
    shown.screen = QImage(kScreen, QImage::Format_RGB32);
    shown.screen.fill(random.chance(0.5) ? qRgb(52, 54, 58) : qRgb(226, 228, 232));
    QPainter painter(&shown.screen);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, kScreen.width(), 34), QColor(70, 110, 170));
    const TextLook title{Face::MicroHei, 15, Qt::white, 0, 0};
    painter.fillPath(textOutline(u"图片查看 - IMG_2041.jpg"_s, title).translated(16, 23),
                     Qt::white);
    const double scale = std::min(kScreen.width() * 0.88 / sheet.size().width(),
                                  (kScreen.height() - 50) * 0.94 / sheet.size().height());
    const QPointF middle(kScreen.width() / 2.0, (kScreen.height() / 2.0) + 17);
    QTransform toPixels;
    toPixels.translate(middle.x(), middle.y());
    toPixels.scale(scale, scale);
    toPixels.translate(-sheet.size().width() / 2, -sheet.size().height() / 2);
    painter.setTransform(toPixels);
    shown.fields = paintSheet(painter, sheet);
    shown.placed.sheet = sheet;
    shown.placed.toGround =
        toPixels * QTransform::fromTranslate(-kScreen.width() / 2.0, -kScreen.height() / 2.0) *
        QTransform::fromScale(kPitch, kPitch);
    return shown;
}

/// A pixel's three coloured stripes, as the camera sees them from near.
QRgb subPixel(QRgb colour, double across, double down)
{
    const double gap = down > 0.86 ? 0.75 : 1.0;
    const auto lit = [&](double from) {
        const double d = across - from;
        return (d >= 0 && d < 0.34 ? 1.1 : 0.93) * gap;
    };
    const auto level = [](int value, double factor) {
        return std::clamp(static_cast<int>(value * factor), 0, 255);
    };
    return qRgb(level(qRed(colour), lit(0)), level(qGreen(colour), lit(0.33)),
                level(qBlue(colour), lit(0.66)));
}

void paintScreen(Ground& ground, const QImage& screen)
{
    QImage& image = ground.image;
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y)); // NOLINT: Qt's way to the pixels
        const double v =
            (((y + 0.5) / ground.dotsPerMm) + ground.area.top()) / kPitch + (screen.height() / 2.0);
        for (int x = 0; x < image.width(); ++x) {
            const double u = (((x + 0.5) / ground.dotsPerMm) + ground.area.left()) / kPitch +
                             (screen.width() / 2.0);
            if (u < 0 || v < 0 || u >= screen.width() || v >= screen.height())
                continue;
            const int column = static_cast<int>(u);
            const int row = static_cast<int>(v);
            line[x] = subPixel(screen.pixel(column, row), u - column, v - row);
        }
    }
}

} // namespace

PaperSample screenScene(const Sheet& sheet, Severity severity, Random random)
{
    CameraConditions conditions = cameraConditions(severity, random.fork(1));
    Random own = random.fork(2);
    const Shown shown = shownOnScreen(sheet, own);
    const double enlarged = shown.placed.toGround.m11();
    const Subject subject{shown.placed.outline().boundingRect().adjusted(-6, -6, 6, 6),
                          sheet.smallestEm() * enlarged,
                          {shown.placed}};
    const CameraPose pose = poseFor(subject, conditions, random.fork(3));
    const CameraView view(pose);
    Ground ground = blankGround(view.seenArea(), 13, qRgb(26, 26, 28));
    paintScreen(ground, shown.screen);
    PaperSample sample;
    sample.items.push_back(truthOf(
        shown.placed, shown.fields, [&](QPointF mm) { return view.toPicture(mm); }, pose.picture));
    const Development development = developmentFor(subject, view, pose, conditions, random.fork(4));
    shoot(sample, ground, view, development, conditions, random.fork(5));
    sample.scene = SceneKind::Screen;
    sample.faults.append(u"screen"_s);
    return sample;
}

} // namespace handshake::papereval
