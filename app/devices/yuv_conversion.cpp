// SPDX-License-Identifier: Apache-2.0
#include "app/devices/yuv_conversion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace handshake {

namespace {

constexpr int kShift = 14; // fixed point: 18 bits before it, enough for four times full scale

using Table = std::array<int, 256>;

/// factor × (value − zero), in fixed point.
Table tableOf(double factor, int zero)
{
    Table table{};
    for (int value = 0; value < 256; ++value)
        table[std::size_t(value)] =
            static_cast<int>(std::lround(factor * (value - zero) * (1 << kShift)));
    return table;
}

/// ITU-R BT.601-7 and BT.709-6 turned round, for any shares.
struct Tables {
    explicit Tables(const YuvSpace& space)
    {
        const double lightScale = space.isFullRange ? 1.0 : 255.0 / 219.0;
        const double differenceScale = space.isFullRange ? 1.0 : 255.0 / 224.0;
        const double ofRed = 2 * (1 - space.redShare);
        const double ofBlue = 2 * (1 - space.blueShare);
        const double greenShare = 1 - space.redShare - space.blueShare;
        light = tableOf(lightScale, space.isFullRange ? 0 : 16);
        for (int& value : light)
            value += 1 << (kShift - 1); // rounds
        red = tableOf(ofRed * differenceScale, 128);
        blue = tableOf(ofBlue * differenceScale, 128);
        greenByRed = tableOf(-ofRed * space.redShare / greenShare * differenceScale, 128);
        greenByBlue = tableOf(-ofBlue * space.blueShare / greenShare * differenceScale, 128);
    }

    Table light;
    Table red;
    Table blue;
    Table greenByRed;
    Table greenByBlue;
};

quint32 channel(int fixed)
{
    return static_cast<quint32>(std::clamp(fixed >> kShift, 0, 255));
}

} // namespace

void convertYuv(const YuvPlanes& planes, const YuvSpace& space, QImage& target)
{
    const Tables tables(space);
    for (int y = 0; y < target.height(); ++y) {
        const int differenceRow = planes.hasEveryRow ? y : y / 2;
        const uchar* light = planes.light.first + y * planes.light.row;
        const uchar* blue = planes.blue.first + differenceRow * planes.blue.row;
        const uchar* red = planes.red.first + differenceRow * planes.red.row;
        auto* pixel = reinterpret_cast<quint32*>(target.scanLine(y));
        for (int x = 0; x < target.width(); x += 2) {
            const int addRed = tables.red[*red];
            const int addGreen = tables.greenByRed[*red] + tables.greenByBlue[*blue];
            const int addBlue = tables.blue[*blue];
            const int pixels = std::min(2, target.width() - x);
            for (int half = 0; half < pixels; ++half) {
                const int base = tables.light[*light];
                *pixel++ = 0xFF000000U | (channel(base + addRed) << 16) |
                           (channel(base + addGreen) << 8) | channel(base + addBlue);
                light += planes.light.step;
            }
            blue += planes.blue.step;
            red += planes.red.step;
        }
    }
}

} // namespace handshake
