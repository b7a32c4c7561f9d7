// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/ground.h"

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QTransform>

namespace handshake::papereval {

/// Where a camera stands over the ground and how its lens bends.
struct CameraPose {
    QSize picture;
    double pixelsPerMm = 5; ///< at the point looked at
    QPointF lookedAt;       ///< mm of the ground that lies in the picture's middle
    double tilt = 0;        ///< degrees from straight above
    double direction = 0;   ///< degrees: towards where the camera leans
    double focal = 1.2;     ///< focal length by the picture's longer side
    double distortion = 0;  ///< radial, at half the diagonal: 0.02 is two per cent outwards
};

/// A pinhole camera with a slightly bent picture.
class CameraView final
{
public:
    explicit CameraView(const CameraPose& pose);

    /// Pixels of the picture where a point of the ground (mm) is seen.
    [[nodiscard]] QPointF toPicture(QPointF mm) const;
    /// The part of the ground that the picture shows, with some margin; mm.
    [[nodiscard]] QRectF seenArea() const;
    /// What the camera sees; RGB32.
    [[nodiscard]] QImage look(const Ground& ground) const;

private:
    [[nodiscard]] QPointF bent(QPointF pixel) const;
    [[nodiscard]] QPointF straight(QPointF pixel) const;

    CameraPose m_pose;
    QTransform m_toPicture; ///< without the bending
    double m_halfDiagonal = 1;
};

} // namespace handshake::papereval
