// SPDX-License-Identifier: Apache-2.0
#include "app/demo/scene_room_p.h"

#include "app/demo/seeded_p.h"

#include <QLinearGradient>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

QColor quietColour(Seeded& random)
{
    return QColor::fromHsv(random.below(360), 30 + random.below(130), 60 + random.below(170));
}

void drawShelf(QPainter& painter, QRectF box, Seeded& random)
{
    painter.fillRect(box, QColor(120, 96, 70).lighter(80 + random.below(50)));
    const int boards = 3;
    const double high = box.height() / boards;
    for (int board = 0; board < boards; ++board) {
        double x = box.x() + box.width() * 0.03;
        while (x < box.right() - box.width() * 0.06) {
            const double wide = box.width() * random.between(0.03, 0.09);
            const double file = high * random.between(0.5, 0.85);
            const QRectF back(x, box.y() + (board + 0.93) * high - file,
                              std::min(wide, box.right() - x), file);
            painter.fillRect(back, quietColour(random));
            painter.fillRect(
                QRectF(back.x() + wide * 0.2, back.y() + file * 0.15, wide * 0.5, file * 0.25),
                QColor(235, 232, 224));
            x += wide * 1.04;
        }
    }
}

void drawPoster(QPainter& painter, QRectF box, Seeded& random)
{
    const QColor ground = quietColour(random);
    painter.fillRect(box, ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground.lighter(160));
    const double radius = box.width() * random.between(0.15, 0.3);
    painter.drawEllipse(box.center(), radius, radius);
    painter.setBrush(quietColour(random));
    painter.drawPolygon(QPolygonF{box.center() + QPointF(-radius * 0.6, radius * 0.5),
                                  box.center() + QPointF(radius * 0.6, radius * 0.4),
                                  box.center() + QPointF(0, -radius * 0.7)});
    static const std::array<QString, 4> kWords{u"办事须知"_s, u"样本大厅"_s, u"请排队等候"_s,
                                               u"安全出口"_s};
    QFont font(u"Noto Sans CJK SC"_s);
    font.setWeight(QFont::Bold);
    font.setPixelSize(std::max(8, int(box.width() * 0.16)));
    painter.setFont(font);
    painter.setPen(QColor(245, 245, 240));
    painter.drawText(
        QRectF(box.x(), box.y() + box.height() * 0.05, box.width(), box.height() * 0.2),
        Qt::AlignCenter, kWords[std::size_t(random.below(4))]);
    painter.setPen(QPen(QColor(240, 240, 235), std::max(1.0, box.height() * 0.01)));
    for (int line = 0; line < 4; ++line) {
        const double y = box.bottom() - box.height() * (0.06 + 0.05 * line);
        painter.drawLine(QPointF(box.x() + box.width() * 0.1, y),
                         QPointF(box.x() + box.width() * random.between(0.5, 0.9), y));
    }
}

} // namespace

void drawClutter(QImage& picture, const SceneDesign& scene)
{
    Seeded random(scene.seed, 501);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = picture.width();
    const double height = picture.height();
    const int things = int(scene.clutter * 9);
    for (int i = 0; i < things; ++i) {
        const double wide = width * random.between(0.12, 0.34);
        const QRectF box(random.between(-0.05, 0.9) * width, random.between(-0.05, 0.65) * height,
                         wide, wide * random.between(0.7, 1.5));
        if (random.below(2) == 0)
            drawShelf(painter, box, random);
        else
            drawPoster(painter, box, random);
    }
}

std::vector<QRectF> furnitureOf(const SceneDesign& scene)
{
    Seeded random(scene.seed, 502);
    std::vector<QRectF> boxes;
    const double width = scene.size.width();
    const double height = scene.size.height();
    double left = scene.furniture;
    for (int i = 0; i < 4 && left > 0.01; ++i) {
        const double high = height * random.between(0.35, 0.85);
        const double wide = std::min(width * 0.26, left * width * height / high);
        const bool atLeft = (i % 2 == 0) == (scene.seed % 2 == 0);
        const double inset = i < 2 ? 0.0 : wide * 0.9;
        boxes.emplace_back(atLeft ? inset : width - wide - inset, height - high, wide, high);
        left -= wide * high / (width * height);
    }
    return boxes;
}

void drawFurniture(QImage& picture, const SceneDesign& scene)
{
    Seeded random(scene.seed, 503);
    QPainter painter(&picture);
    for (const QRectF& box : furnitureOf(scene)) {
        QLinearGradient wood(box.topLeft(), box.topRight());
        const QColor colour = quietColour(random);
        wood.setColorAt(0, colour.lighter(115));
        wood.setColorAt(1, colour.darker(125));
        painter.fillRect(box, wood);
        painter.setPen(QPen(colour.darker(170), std::max(1.0, box.width() * 0.02)));
        for (int drawer = 1; drawer < 4; ++drawer) {
            const double y = box.y() + box.height() * drawer / 4.0;
            painter.drawLine(QPointF(box.x(), y), QPointF(box.right(), y));
        }
    }
}

void drawShadow(QImage& picture, const SceneDesign& scene)
{
    Seeded random(scene.seed, 504);
    QPainter painter(&picture);
    const double width = picture.width();
    const double height = picture.height();
    const double edge = random.between(0.2, 0.8) * width;
    const double soft = random.between(0.02, 0.15) * width;
    const double slope = random.between(-0.35, 0.35) * height;
    QLinearGradient shade(edge - soft, height / 2, edge + soft, height / 2 + slope * soft / width);
    QColor dark(0, 0, 0);
    dark.setAlphaF(static_cast<float>(std::clamp(scene.shadow, 0.0, 1.0) * 0.6));
    const bool fromLeft = random.below(2) == 0;
    shade.setColorAt(fromLeft ? 0 : 1, dark);
    shade.setColorAt(fromLeft ? 1 : 0, QColor(0, 0, 0, 0));
    painter.fillRect(picture.rect(), shade);
}

} // namespace handshake
