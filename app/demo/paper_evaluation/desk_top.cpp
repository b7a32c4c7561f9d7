// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/desk.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace handshake::papereval {

namespace {

/// Smooth noise over mm, different scales along and across; about -1..1.
class Cloud
{
public:
    Cloud(Random random, double along, double across)
        : m_along(along)
        , m_across(across)
        , m_values(kSide * kSide)
    {
        for (double& one : m_values)
            one = random.between(-1, 1);
    }

    [[nodiscard]] double at(double x, double y) const
    {
        const double u = x / m_along;
        const double v = y / m_across;
        const double left = std::floor(u);
        const double top = std::floor(v);
        const double fx = smooth(u - left);
        const double fy = smooth(v - top);
        const double a = value(left, top) + (fx * (value(left + 1, top) - value(left, top)));
        const double b =
            value(left, top + 1) + (fx * (value(left + 1, top + 1) - value(left, top + 1)));
        return a + (fy * (b - a));
    }

private:
    static constexpr std::size_t kSide = 64;
    static double smooth(double t) { return t * t * (3 - (2 * t)); }
    [[nodiscard]] double value(double column, double row) const
    {
        const auto x = static_cast<std::size_t>(static_cast<long>(column) & 63L);
        const auto y = static_cast<std::size_t>(static_cast<long>(row) & 63L);
        return m_values[(y * kSide) + x];
    }

    double m_along;
    double m_across;
    std::vector<double> m_values;
};

struct Top {
    QColor colour;
    double grain = 0;   ///< strength of long streaks, levels
    double mottle = 0;  ///< of roundish clouds
    double speckle = 0; ///< of single dots
    double lines = 0;   ///< distance of printed lines, mm; 0 for none
};

std::vector<Top> tops()
{
    return {
        {QColor(168, 122, 78), 26, 6, 2, 0},  // oak
        {QColor(96, 62, 44), 18, 5, 2, 0},    // walnut
        {QColor(206, 186, 156), 16, 5, 2, 0}, // beech
        {QColor(186, 188, 190), 2, 3, 5, 0},  // grey laminate
        {QColor(232, 232, 228), 1, 3, 3, 0},  // white laminate
        {QColor(44, 92, 78), 1, 3, 4, 10},    // cutting mat
        {QColor(58, 84, 62), 3, 6, 9, 0},     // felt
        {QColor(48, 46, 48), 2, 7, 6, 0},     // black leather
        {QColor(122, 132, 152), 1, 4, 4, 0},  // blue laminate
    };
}

} // namespace

void paintDeskTop(Ground& ground, Random random)
{
    const Top top = random.pick(tops());
    const Cloud streaks(random.fork(1), random.between(90, 160), random.between(0.8, 1.6));
    const Cloud broad(random.fork(2), 200, 9);
    const Cloud mottle(random.fork(3), 14, 14);
    const double turned = random.pick(std::vector<double>{0, 0.12, 1.5708, 1.45});
    const double c = std::cos(turned);
    const double s = std::sin(turned);
    QImage& image = ground.image;
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y)); // NOLINT: Qt's way to the pixels
        for (int x = 0; x < image.width(); ++x) {
            const double mmX = ground.area.left() + (x / ground.dotsPerMm) + 1000;
            const double mmY = ground.area.top() + (y / ground.dotsPerMm) + 1000;
            const double u = (mmX * c) + (mmY * s);
            const double v = (mmY * c) - (mmX * s);
            double level = top.grain * ((0.6 * streaks.at(u, v)) + (0.5 * broad.at(u, v)));
            level += top.mottle * mottle.at(u, v);
            level += top.speckle * ((static_cast<double>(random.next() & 0xFFFFU) / 32768) - 1);
            const int change = static_cast<int>(level);
            line[x] = qRgb(std::clamp(top.colour.red() + change, 0, 255),
                           std::clamp(top.colour.green() + change, 0, 255),
                           std::clamp(top.colour.blue() + (change * 4 / 5), 0, 255));
        }
    }
    if (top.lines <= 0)
        return;
    QPainter painter(&image);
    painter.setTransform(ground.fromMm());
    painter.setPen(QPen(top.colour.lighter(150), 0.35));
    const QRectF& area = ground.area;
    const int columns = static_cast<int>(area.width() / top.lines) + 2;
    const double left = std::floor(area.left() / top.lines) * top.lines;
    for (int i = 0; i < columns; ++i) {
        const double x = left + (i * top.lines);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    const int rows = static_cast<int>(area.height() / top.lines) + 2;
    const double first = std::floor(area.top() / top.lines) * top.lines;
    for (int i = 0; i < rows; ++i) {
        const double y = first + (i * top.lines);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
}

} // namespace handshake::papereval
