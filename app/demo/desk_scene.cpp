// SPDX-License-Identifier: Apache-2.0
#include "app/demo/desk_scene.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <vector>

namespace handshake {

namespace {

/// The standard's distributions differ from library to library; this does not.
class Chance final
{
public:
    explicit Chance(std::uint32_t seed)
        : m_engine(seed)
    {
    }
    double between(double low, double high)
    {
        return low + ((high - low) * (static_cast<double>(m_engine()) / 4294967295.0));
    }
    /// About normal, deviation 1: the sum of four uniform numbers, scaled.
    double normal()
    {
        double sum = 0;
        for (int i = 0; i < 4; ++i)
            sum += between(-1, 1);
        return sum * std::numbers::sqrt3 / 2;
    }

private:
    std::mt19937 m_engine;
};

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// The paper's corners as a camera a little above sees them.
QPolygonF project(const DeskScene& scene, QSizeF paper)
{
    constexpr double kCameraDistance = 3; // in widths of the paper
    const double width = scene.paperShare * scene.size.width();
    const double height = width * paper.height() / paper.width();
    const QPointF centre((0.5 + scene.offset.x()) * scene.size.width(),
                         (0.5 + scene.offset.y()) * scene.size.height());
    const std::array<QPointF, 4> flat = {
        QPointF(-width / 2, -height / 2), QPointF(width / 2, -height / 2),
        QPointF(width / 2, height / 2), QPointF(-width / 2, height / 2)};
    QPolygonF corners;
    for (const QPointF& at : flat) {
        const double roll = radians(scene.roll);
        const double x = (at.x() * std::cos(roll)) - (at.y() * std::sin(roll));
        const double y = (at.x() * std::sin(roll)) + (at.y() * std::cos(roll));
        const double depth =
            (y * std::sin(radians(scene.tiltX))) + (x * std::sin(radians(scene.tiltY)));
        const double scale = (kCameraDistance * width) / ((kCameraDistance * width) + depth);
        corners << centre + QPointF(x * std::cos(radians(scene.tiltY)) * scale,
                                    y * std::cos(radians(scene.tiltX)) * scale);
    }
    return corners;
}

void drawClutter(QPainter& painter, const DeskScene& scene, Chance& chance)
{
    constexpr int kThings = 7;
    for (int thing = 0; thing < kThings; ++thing) {
        const double angle = chance.between(0, 2 * std::numbers::pi);
        const double reach = chance.between(0.42, 0.6);
        painter.save();
        painter.translate(scene.size.width() * (0.5 + (reach * std::cos(angle))),
                          scene.size.height() * (0.5 + (reach * std::sin(angle))));
        painter.rotate(chance.between(0, 180));
        const double length = chance.between(0.1, 0.25) * scene.size.width();
        const double thickness = thing % 2 == 0 ? length * 0.06 : length * 0.5;
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromHsvF(static_cast<float>(chance.between(0, 0.99)),
                                          static_cast<float>(chance.between(0.05, 0.6)),
                                          static_cast<float>(chance.between(0.3, 0.95))));
        painter.drawRect(QRectF(-length / 2, -thickness / 2, length, thickness));
        painter.restore();
    }
}

QImage drawDesk(const DeskScene& scene, Chance& chance)
{
    QImage desk(scene.size, QImage::Format_RGB32);
    desk.fill(scene.desk);
    QPainter painter(&desk);
    painter.setRenderHint(QPainter::Antialiasing);
    // Grain: what tells a desk from a sheet of coloured paper.
    constexpr int kStreaks = 160;
    for (int streak = 0; streak < kStreaks; ++streak) {
        const double y = chance.between(0, scene.size.height());
        QColor tone = chance.between(0, 1) < 0.5 ? scene.desk.darker(112) : scene.desk.lighter(110);
        tone.setAlpha(90);
        painter.setPen(QPen(tone, chance.between(1, 4)));
        painter.drawLine(QPointF(0, y), QPointF(scene.size.width(), y + chance.between(-12, 12)));
    }
    if (scene.clutter)
        drawClutter(painter, scene, chance);
    return desk;
}

void drawPaper(QImage& desk, const QImage& paper, const QPolygonF& corners, const DeskScene& scene)
{
    // Shrunk first: the painter's bilinear sampling alone would alias fine print.
    const int width =
        std::min(paper.width(), static_cast<int>(scene.paperShare * scene.size.width() * 1.15));
    const QImage source = paper.scaledToWidth(width, Qt::SmoothTransformation);
    const QPolygonF from(
        QList<QPointF>{{0, 0},
                       {static_cast<double>(source.width()), 0},
                       {static_cast<double>(source.width()), static_cast<double>(source.height())},
                       {0, static_cast<double>(source.height())}});
    QTransform place;
    if (!QTransform::quadToQuad(from, corners, place))
        return;
    QPainter painter(&desk);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    const double shadow = 0.004 * scene.size.width();
    painter.setBrush(QColor(0, 0, 0, 50));
    painter.drawPolygon(corners.translated(shadow, shadow));
    painter.setTransform(place);
    painter.drawImage(0, 0, source);
    if (scene.glare > 0) {
        const double radius = scene.glare * source.width();
        const QPointF spot(source.width() * 0.45, source.height() * 0.5);
        QRadialGradient light(spot, radius);
        light.setColorAt(0, QColor(255, 255, 255, 255));
        light.setColorAt(0.7, QColor(255, 255, 255, 250));
        light.setColorAt(1, QColor(255, 255, 255, 0));
        painter.setBrush(light);
        painter.drawEllipse(spot, radius, radius);
    }
}

using Rows = std::vector<QRgb*>;

Rows rowsOf(QImage& picture)
{
    Rows rows;
    for (int y = 0; y < picture.height(); ++y)
        rows.push_back(reinterpret_cast<QRgb*>(picture.scanLine(y)));
    return rows;
}

/// Gaussian along one axis, in place of a library's. `weights` are 4096ths; `pixelAt(k)` is the
/// pixel k steps away.
template <typename PixelAt>
QRgb weighted(const std::vector<int>& weights, PixelAt pixelAt)
{
    const int reach = static_cast<int>(weights.size()) / 2;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int k = -reach; k <= reach; ++k) {
        const QRgb pixel = pixelAt(k);
        const int tap = k + reach;
        const int weight = weights[static_cast<std::size_t>(tap)];
        red += qRed(pixel) * weight;
        green += qGreen(pixel) * weight;
        blue += qBlue(pixel) * weight;
    }
    return qRgb(red >> 12, green >> 12, blue >> 12);
}

void blurRows(const Rows& from, const Rows& to, int width, const std::vector<int>& weights)
{
    for (std::size_t y = 0; y < from.size(); ++y) {
        const QRgb* row = from[y];
        for (int x = 0; x < width; ++x)
            to[y][x] =
                weighted(weights, [&](int k) { return row[std::clamp(x + k, 0, width - 1)]; });
    }
}

void blurColumns(const Rows& from, const Rows& to, int width, const std::vector<int>& weights)
{
    const int height = static_cast<int>(from.size());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            to[static_cast<std::size_t>(y)][x] = weighted(weights, [&](int k) {
                return from[static_cast<std::size_t>(std::clamp(y + k, 0, height - 1))][x];
            });
    }
}

void blur(QImage& picture, double sigma)
{
    if (sigma < 0.2)
        return;
    const int reach = static_cast<int>(std::ceil(sigma * 2.5));
    std::vector<double> bell;
    double sum = 0;
    for (int k = -reach; k <= reach; ++k) {
        bell.push_back(std::exp(-(k * k) / (2 * sigma * sigma)));
        sum += bell.back();
    }
    std::vector<int> weights;
    weights.reserve(bell.size());
    for (const double value : bell)
        weights.push_back(static_cast<int>(std::floor(4096 * value / sum)));
    weights[static_cast<std::size_t>(reach)] +=
        4096 - std::accumulate(weights.begin(), weights.end(), 0);
    QImage half(picture.size(), picture.format());
    const Rows whole = rowsOf(picture);
    const Rows halfway = rowsOf(half);
    blurRows(whole, halfway, picture.width(), weights);
    blurColumns(halfway, whole, picture.width(), weights);
}

void lightAndNoise(QImage& picture, const DeskScene& scene, Chance& chance)
{
    // Drawing normal numbers for millions of values is slow; a table of them is as good to look at.
    constexpr std::size_t kTable = 8192;
    std::vector<int> noise(kTable);
    for (int& value : noise)
        value = static_cast<int>(std::lround(chance.normal() * scene.noise));
    std::uint32_t bits = scene.seed + 17;
    const double full = scene.brightness * 1024;
    const double slope = full * scene.lightGradient / (picture.width() + picture.height());
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const auto gain = static_cast<int>(full - (slope * (x + y)));
            bits = (bits * 1664525U) + 1013904223U;
            const auto channel = [&](int value, unsigned shift) {
                const int grain = noise[(bits >> shift) % kTable];
                return std::clamp(((value * gain) >> 10) + grain, 0, 255);
            };
            line[x] = qRgb(channel(qRed(line[x]), 19), channel(qGreen(line[x]), 13),
                           channel(qBlue(line[x]), 7));
        }
    }
}

void photograph(QImage& picture, const DeskScene& scene, Chance& chance)
{
    blur(picture, scene.blur);
    lightAndNoise(picture, scene, chance);
}

} // namespace

DeskPicture drawOnDesk(const QImage& paper, const DeskScene& scene)
{
    Chance chance(scene.seed);
    DeskPicture result{drawDesk(scene, chance), project(scene, paper.size())};
    drawPaper(result.image, paper, result.corners, scene);
    photograph(result.image, scene, chance);
    return result;
}

QImage drawEmptyDesk(const DeskScene& scene)
{
    Chance chance(scene.seed);
    QImage desk = drawDesk(scene, chance);
    photograph(desk, scene, chance);
    return desk;
}

} // namespace handshake
