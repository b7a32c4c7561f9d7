// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/room_p.h"

#include "app/demo/evaluation/dice_p.h"
#include "app/demo/evaluation/steps_p.h"

#include <opencv2/imgproc.hpp>

#include <QImage>
#include <QLinearGradient>
#include <QPainter>

namespace handshake::evaluation {

namespace {

constexpr double kPixelsPerMm = 0.5;

void paintWall(QPainter& painter, Dice& dice)
{
    const QColor walls[]{QColor(222, 219, 210), QColor(205, 214, 218), QColor(58, 104, 158),
                         QColor(190, 180, 164), QColor(92, 118, 110)};
    const QColor wall = walls[dice.below(5)];
    QLinearGradient light(0, 0, kRoomWidthMm, kRoomHeightMm);
    light.setColorAt(0, wall.lighter(106));
    light.setColorAt(1, wall.darker(112));
    painter.fillRect(QRectF(0, 0, kRoomWidthMm, kRoomHeightMm), light);
    if (dice.below(2) == 0) { // a door frame at the side
        painter.fillRect(QRectF(3050, 500, 700, 2500), wall.darker(130));
        painter.fillRect(QRectF(3100, 550, 600, 2450), QColor(150, 116, 82));
    }
    painter.fillRect(QRectF(900, 1500, 90, 90), QColor(240, 240, 236)); // a switch
    painter.fillRect(QRectF(930, 1520, 30, 50), QColor(215, 215, 212));
    if (dice.below(2) == 0) { // where panels meet
        for (const double x : steps(300, kRoomWidthMm, 900))
            painter.fillRect(QRectF(x, 0, 6, kRoomHeightMm), wall.darker(118));
    }
}

void paintShelf(QPainter& painter, Dice& dice, const QRectF& shelf)
{
    painter.fillRect(shelf, QColor(120, 92, 66));
    const int boards = 5;
    const double step = shelf.height() / boards;
    for (int board = 0; board < boards; ++board) {
        const QRectF inside(shelf.x() + 25, shelf.y() + board * step + 25, shelf.width() - 50,
                            step - 50);
        painter.fillRect(inside, QColor(64, 50, 40));
        double x = inside.x() + dice.between(0, 40);
        while (x < inside.right() - 40) {
            const double width = dice.between(26, 90);
            const double height = inside.height() * dice.between(0.55, 0.95);
            if (dice.below(7) == 0) {
                x += width;
                continue;
            }
            const QRectF binder(x, inside.bottom() - height, std::min(width, inside.right() - x),
                                height);
            painter.fillRect(binder, QColor::fromHsv(dice.below(360), 60 + dice.below(150),
                                                     70 + dice.below(170)));
            painter.fillRect(QRectF(binder.x() + binder.width() * 0.2, binder.y() + height * 0.2,
                                    binder.width() * 0.6, height * 0.3),
                             QColor(236, 232, 222));
            for (int line = 0; line < 4; ++line)
                painter.fillRect(QRectF(binder.x() + binder.width() * 0.28,
                                        binder.y() + height * (0.24 + 0.06 * line),
                                        binder.width() * 0.44, height * 0.015),
                                 QColor(60, 60, 66));
            x += width + dice.between(0, 8);
        }
    }
}

void paintOffice(QPainter& painter, Dice& dice)
{
    paintWall(painter, dice);
    paintShelf(painter, dice, {1000 + dice.between(-150, 100), 550, 950, 1900});
    paintShelf(painter, dice, {2080 + dice.between(-60, 150), 750, 800, 1700});
    const QRectF blind(600, 700, 360, 1100);
    painter.fillRect(blind, QColor(250, 248, 236));
    for (const double y : steps(blind.top(), blind.bottom(), 46))
        painter.fillRect(QRectF(blind.x(), y, blind.width(), 16), QColor(188, 186, 176));
    const QRectF notice(2150, 420, 560, 300); // a notice with lines of writing
    painter.fillRect(notice, QColor(248, 246, 238));
    painter.fillRect(QRectF(2180, 440, 500, 50), QColor(178, 34, 34));
    for (int line = 0; line < 7; ++line)
        painter.fillRect(QRectF(2180, 520 + line * 26, 360 + dice.below(140), 9),
                         QColor(70, 70, 78));
    painter.setBrush(QColor(246, 246, 244)); // a clock
    painter.setPen(QPen(QColor(30, 30, 34), 22));
    painter.drawEllipse(QPointF(1700, 420), 130, 130);
    painter.drawLine(QPointF(1700, 420), QPointF(1700 + dice.between(-70, 70), 350));
    painter.setPen(Qt::NoPen);
    for (int leaf = 0; leaf < 26; ++leaf) { // a plant
        painter.save();
        painter.translate(2980, 1500);
        painter.rotate(dice.between(-80, 80));
        painter.setBrush(QColor(30 + dice.below(40), 90 + dice.below(70), 40));
        painter.drawEllipse(QPointF(0, -dice.between(120, 330)), 28, 110);
        painter.restore();
    }
}

} // namespace

cv::Mat roomPicture(bool cluttered, std::uint64_t seed)
{
    QImage image(int(kRoomWidthMm * kPixelsPerMm), int(kRoomHeightMm * kPixelsPerMm),
                 QImage::Format_RGB888);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kPixelsPerMm, kPixelsPerMm);
    painter.setPen(Qt::NoPen);
    Dice dice(seed, 40);
    if (cluttered)
        paintOffice(painter, dice);
    else
        paintWall(painter, dice);
    painter.end();
    cv::Mat room;
    cv::cvtColor(cv::Mat(image.height(), image.width(), CV_8UC3, image.bits(),
                         static_cast<std::size_t>(image.bytesPerLine())),
                 room, cv::COLOR_RGB2BGR);
    return room;
}

} // namespace handshake::evaluation
