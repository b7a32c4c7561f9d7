// SPDX-License-Identifier: Apache-2.0
#include "app/reading/sheet_geometry.h"

#include "app/imaging/geometry.h"

#include <QLineF>

#include <algorithm>

namespace handshake {

namespace {

QPolygonF cornersOf(const QRectF& box)
{
    return QPolygonF(
        QList<QPointF>{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()});
}

} // namespace

QTransform paperToPicture(const QPolygonF& corners, QSizeF size)
{
    QTransform transform;
    if (corners.size() == 4 &&
        QTransform::quadToQuad(cornersOf(QRectF(QPointF(0, 0), size)), corners, transform))
        return transform;
    return {};
}

QRect boxOnPicture(const QTransform& paperToPicture, const QRectF& mm, QSize picture)
{
    const QRectF around = paperToPicture.map(cornersOf(mm)).boundingRect();
    return around.toAlignedRect() & QRect(QPoint(0, 0), picture);
}

QImage flatPart(const QImage& picture, const QTransform& paperToPicture, const QRectF& mm,
                double dotsPerMm)
{
    const auto flat = rectify(picture, paperToPicture.map(cornersOf(mm)),
                              (mm.size() * dotsPerMm).toSize().expandedTo(QSize(1, 1)));
    return flat ? *flat : QImage();
}

double dotsPerMmOf(const QPolygonF& corners, QSizeF size)
{
    if (corners.size() != 4)
        return 0;
    const auto side = [&](int from, int to) { return QLineF(corners[from], corners[to]).length(); };
    return std::min(std::min(side(0, 1), side(3, 2)) / size.width(),
                    std::min(side(0, 3), side(1, 2)) / size.height());
}

} // namespace handshake
