// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/time_stamp.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QString>

#include <algorithm>
#include <limits>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

// Own digits, drawn as strokes on a grid of 4 × 6: the command line has no fonts, and a time stamp
// must not look different where another font is installed.
constexpr double kGridWidth = 4;
constexpr double kGridHeight = 6;
constexpr double kAdvance = 5.6;  // from one character to the next
constexpr double kStroke = 0.8;   // width of the light stroke
constexpr double kOutline = 0.55; // of the dark rim on each side of it
constexpr int kCharacters = 16;   // YYYY-MM-DD HH:MM

using Stroke = std::vector<QPointF>;

std::vector<Stroke> strokesOf(QChar character)
{
    switch (character.unicode()) {
    case u'0':
        return {{{1, 0}, {3, 0}, {4, 1}, {4, 5}, {3, 6}, {1, 6}, {0, 5}, {0, 1}, {1, 0}}};
    case u'1':
        return {{{0.7, 1.3}, {2, 0}, {2, 6}}, {{0.7, 6}, {3.3, 6}}};
    case u'2':
        return {{{0, 1}, {1, 0}, {3, 0}, {4, 1}, {4, 2.2}, {0, 6}, {4, 6}}};
    case u'3':
        return {{{0, 1}, {1, 0}, {3, 0}, {4, 1}, {4, 2}, {3, 2.9}, {1.6, 2.9}},
                {{3, 2.9}, {4, 3.8}, {4, 5}, {3, 6}, {1, 6}, {0, 5}}};
    case u'4':
        return {{{3, 6}, {3, 0}, {0, 4.2}, {4, 4.2}}};
    case u'5':
        return {{{3.8, 0},
                 {0.4, 0},
                 {0.1, 2.8},
                 {1, 2.3},
                 {3, 2.3},
                 {4, 3.3},
                 {4, 5},
                 {3, 6},
                 {1, 6},
                 {0, 5}}};
    case u'6':
        return {{{3.7, 0.6},
                 {3, 0},
                 {1.2, 0},
                 {0, 1.4},
                 {0, 5},
                 {1, 6},
                 {3, 6},
                 {4, 5},
                 {4, 3.6},
                 {3, 2.6},
                 {1, 2.6},
                 {0, 3.6}}};
    case u'7':
        return {{{0, 0}, {4, 0}, {1.4, 6}}};
    case u'8':
        return {{{1, 0}, {3, 0}, {4, 0.8}, {4, 2}, {3, 2.8}, {1, 2.8}, {0, 2}, {0, 0.8}, {1, 0}},
                {{1, 2.8}, {0, 3.7}, {0, 5}, {1, 6}, {3, 6}, {4, 5}, {4, 3.7}, {3, 2.8}}};
    case u'9': // a six turned round
        return {{{0.3, 5.4},
                 {1, 6},
                 {2.8, 6},
                 {4, 4.6},
                 {4, 1},
                 {3, 0},
                 {1, 0},
                 {0, 1},
                 {0, 2.4},
                 {1, 3.4},
                 {3, 3.4},
                 {4, 2.4}}};
    case u'-':
        return {{{0.7, 3}, {3.3, 3}}};
    case u':':
        return {{{2, 1.7}, {2, 1.8}}, {{2, 4.3}, {2, 4.4}}};
    default: // the space
        return {};
    }
}

double unitFor(QSize picture)
{
    // A twenty-fifth of the short side: 24 pixels at 800 × 600, readable in print at 5 cm width.
    const double byHeight = std::min(picture.width(), picture.height()) / 25.0 / kGridHeight;
    const double byWidth = picture.width() * 0.9 / (kCharacters * kAdvance);
    return std::max(1.0, std::min(byHeight, byWidth));
}

QSize stampSize(double unit)
{
    const double rim = kStroke + 2 * kOutline;
    const double width = (kCharacters - 1) * kAdvance + kGridWidth + rim;
    return {static_cast<int>(width * unit) + 2, static_cast<int>((kGridHeight + rim) * unit) + 2};
}

qint64 coveredArea(const QRect& place, const std::vector<QRect>& avoid)
{
    qint64 area = 0;
    for (const QRect& rectangle : avoid) {
        const QRect common = place.intersected(rectangle);
        area += common.isEmpty() ? 0 : qint64(common.width()) * common.height();
    }
    return area;
}

} // namespace

QRect timeStampRect(QSize picture, const std::vector<QRect>& avoid)
{
    const double unit = unitFor(picture);
    const QSize size = stampSize(unit);
    const int margin = static_cast<int>(2 * unit);
    const int step = std::max(1, static_cast<int>(unit));
    const int right = std::max(0, picture.width() - size.width() - margin);
    const int bottom = std::max(0, picture.height() - size.height() - margin);

    QRect best(QPoint(right, bottom), size);
    qint64 bestArea = coveredArea(best, avoid);
    for (int top = bottom; bestArea > 0; top = std::max(top - step, std::min(margin, bottom))) {
        for (int left = right; bestArea > 0;
             left = std::max(left - step, std::min(margin, right))) {
            const QRect place(QPoint(left, top), size);
            if (const qint64 area = coveredArea(place, avoid); area < bestArea) {
                best = place;
                bestArea = area;
            }
            if (left <= margin)
                break;
        }
        if (top <= margin)
            break;
    }
    return best;
}

QImage stampTime(const QImage& image, const QDateTime& beijing, const std::vector<QRect>& avoid)
{
    if (image.isNull() || !beijing.isValid())
        return image;
    const QRect place = timeStampRect(image.size(), avoid);
    const double unit = unitFor(image.size());
    const double rim = (kStroke / 2 + kOutline) * unit + 1;
    const QString text = beijing.toString(u"yyyy-MM-dd HH:mm"_s);

    QPainterPath path;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QPointF origin(place.x() + rim + double(i) * kAdvance * unit, place.y() + rim);
        for (const Stroke& stroke : strokesOf(text[i])) {
            path.moveTo(origin + stroke.front() * unit);
            for (std::size_t point = 1; point < stroke.size(); ++point)
                path.lineTo(origin + stroke[point] * unit);
        }
    }

    QImage stamped = image.convertToFormat(QImage::Format_RGB32);
    QPainter painter(&stamped);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](const QColor& colour, double width) {
        painter.strokePath(path,
                           QPen(colour, width * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    draw(QColor(0, 0, 0), kStroke + 2 * kOutline);
    draw(QColor(255, 236, 150), kStroke); // a warm white: also readable where the rim is cropped
    return stamped;
}

} // namespace handshake
