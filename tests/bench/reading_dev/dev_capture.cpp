// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/reading_dev/dev_capture.h"

#include "tests/bench/reading_dev/dev_texts.h"

#include <QBuffer>
#include <QPainter>
#include <QRadialGradient>
#include <QTransform>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace handshake::readingdev {

namespace {

constexpr double kMmPerInch = 25.4;

QPolygonF place(Dice& dice, QSizeF size, double dots, double margin)
{
    const double angle = dice.between(-1.5, 1.5) * std::numbers::pi / 180;
    const double keystone = 0.012 * std::max(size.width(), size.height());
    const std::array<QPointF, 4> flat = {QPointF(0, 0), QPointF(size.width(), 0),
                                         QPointF(size.width(), size.height()),
                                         QPointF(0, size.height())};
    QPolygonF corners;
    for (const QPointF& at : flat) {
        const QPointF moved =
            at + QPointF(dice.between(-keystone, keystone), dice.between(-keystone, keystone));
        corners << QPointF((moved.x() * std::cos(angle)) - (moved.y() * std::sin(angle)) + margin,
                           (moved.x() * std::sin(angle)) + (moved.y() * std::cos(angle)) + margin) *
                       dots;
    }
    return corners;
}

void addGlare(QImage& picture, Dice& dice)
{
    QPainter painter(&picture);
    const QPointF spot(picture.width() * dice.between(0.1, 0.9),
                       picture.height() * dice.between(0.1, 0.9));
    const double radius = picture.width() * dice.between(0.05, 0.14);
    QRadialGradient light(spot, radius);
    light.setColorAt(0, QColor(255, 255, 255, 220));
    light.setColorAt(0.5, QColor(255, 255, 255, 120));
    light.setColorAt(1, QColor(255, 255, 255, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawEllipse(spot, radius, radius);
}

void lightAndNoise(QImage& picture, Dice& dice, double noise)
{
    constexpr std::size_t kTable = 8192;
    std::array<int, kTable> grain{};
    for (int& value : grain)
        value = static_cast<int>(std::lround(dice.normal() * noise));
    const double gain = dice.between(0.6, 1.05);
    const double slope = dice.between(0, 0.35);
    const double tilt = dice.between(0, 1);
    auto bits = static_cast<std::uint32_t>(dice.below(1 << 30));
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const double away = (tilt * x / picture.width()) + ((1 - tilt) * y / picture.height());
            const double light = gain * (1 - (slope * away));
            bits = (bits * 1664525U) + 1013904223U;
            const auto channel = [&](int value, unsigned shift) {
                return std::clamp(static_cast<int>(value * light) + grain[(bits >> shift) % kTable],
                                  0, 255);
            };
            line[x] = qRgb(channel(qRed(line[x]), 19), channel(qGreen(line[x]), 13),
                           channel(qBlue(line[x]), 7));
        }
    }
}

void throughJpeg(QImage& picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (picture.save(&buffer, "JPG", quality))
        picture = QImage::fromData(bytes).convertToFormat(QImage::Format_RGB32);
}

} // namespace

DevCapture capture(const DevPaper& paper, std::uint32_t seed)
{
    Dice dice((seed * 104729U) + 7U);
    const bool isCard = paper.size.width() < 100;
    DevCapture result;
    result.dpi = isCard ? dice.between(200, 420) : dice.between(150, 300);
    const double dots = result.dpi / kMmPerInch;
    const double margin = isCard ? 4 : 8;
    const double blur = dice.between(0.3, 1.3) * dots / (isCard ? 12 : 9);
    const double noise = dice.between(1, 7);
    const bool hasGlare = dice.chance(0.15);
    const double off = dice.between(0.2, 2.0);
    const int quality = 70 + dice.below(28);
    result.isGood = !hasGlare && noise < 5 && blur < 1.0 * dots / (isCard ? 12 : 9) &&
                    result.dpi > (isCard ? 260 : 190) && quality > 78;

    const QPolygonF corners = place(dice, paper.size, dots, margin);
    QImage picture(((paper.size + QSizeF(2 * margin, 2 * margin)) * dots).toSize(),
                   QImage::Format_RGB32);
    picture.fill(QColor(60 + dice.below(90), 60 + dice.below(70), 50 + dice.below(60)));
    {
        const QImage shrunk = paper.sheet.scaledToWidth(
            static_cast<int>(paper.size.width() * dots * 1.15), Qt::SmoothTransformation);
        const QPolygonF from(QRectF(QPointF(0, 0), QSizeF(shrunk.size())));
        QTransform to;
        if (QTransform::quadToQuad(from.first(4), corners, to)) {
            QPainter painter(&picture);
            painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
            painter.setTransform(to);
            painter.drawImage(0, 0, shrunk);
        }
    }
    if (hasGlare)
        addGlare(picture, dice);
    cv::Mat pixels(picture.height(), picture.width(), CV_8UC4, picture.bits(),
                   static_cast<std::size_t>(picture.bytesPerLine()));
    if (blur > 0.3)
        cv::GaussianBlur(pixels, pixels, {}, blur);
    lightAndNoise(picture, dice, noise);
    throughJpeg(picture, quality);
    result.picture = picture;
    for (const QPointF& corner : corners)
        result.corners << corner + QPointF(dice.between(-off, off), dice.between(-off, off)) * dots;
    return result;
}

} // namespace handshake::readingdev
