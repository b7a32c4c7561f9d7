// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/camera_view.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace handshake::papereval {

namespace {

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

/// Plane to picture of a pinhole camera that leans by `tilt` towards `direction`.
QTransform pinhole(const CameraPose& pose)
{
    const double focal = pose.focal * std::max(pose.picture.width(), pose.picture.height());
    const double distance = focal / pose.pixelsPerMm;
    const double t = radians(pose.tilt);
    const double d = radians(pose.direction);
    // Rotation about the axis (cos d, sin d, 0) by t, first two columns; then the distance.
    const double c = std::cos(t);
    const double s = std::sin(t);
    const double x = std::cos(d);
    const double y = std::sin(d);
    const double r11 = c + (x * x * (1 - c));
    const double r21 = x * y * (1 - c);
    const double r31 = -y * s;
    const double r12 = x * y * (1 - c);
    const double r22 = c + (y * y * (1 - c));
    const double r32 = x * s;
    const double middleX = pose.picture.width() / 2.0;
    const double middleY = pose.picture.height() / 2.0;
    // QTransform takes rows: x' = m11 x + m21 y + m31, w = m13 x + m23 y + m33.
    const QTransform projected((focal * r11) + (middleX * r31), (focal * r21) + (middleY * r31),
                               r31, (focal * r12) + (middleX * r32),
                               (focal * r22) + (middleY * r32), r32, middleX * distance,
                               middleY * distance, distance);
    return QTransform::fromTranslate(-pose.lookedAt.x(), -pose.lookedAt.y()) * projected;
}

} // namespace

CameraView::CameraView(const CameraPose& pose)
    : m_pose(pose)
    , m_toPicture(pinhole(pose))
    , m_halfDiagonal(std::hypot(pose.picture.width(), pose.picture.height()) / 2)
{
}

QPointF CameraView::bent(QPointF pixel) const
{
    const QPointF middle(m_pose.picture.width() / 2.0, m_pose.picture.height() / 2.0);
    const QPointF from = (pixel - middle) / m_halfDiagonal;
    const double r2 = QPointF::dotProduct(from, from);
    return middle + (from * (1 + (m_pose.distortion * r2)) * m_halfDiagonal);
}

QPointF CameraView::straight(QPointF pixel) const
{
    const QPointF middle(m_pose.picture.width() / 2.0, m_pose.picture.height() / 2.0);
    const QPointF seen = (pixel - middle) / m_halfDiagonal;
    QPointF from = seen;
    for (int i = 0; i < 4; ++i)
        from = seen / (1 + (m_pose.distortion * QPointF::dotProduct(from, from)));
    return middle + (from * m_halfDiagonal);
}

QPointF CameraView::toPicture(QPointF mm) const
{
    return bent(m_toPicture.map(mm));
}

QRectF CameraView::seenArea() const
{
    const QTransform back = m_toPicture.inverted();
    const QSizeF size(m_pose.picture);
    QPolygonF seen;
    for (const QPointF corner : {QPointF(0, 0), QPointF(size.width(), 0),
                                 QPointF(size.width(), size.height()), QPointF(0, size.height())})
        seen.append(back.map(straight(corner)));
    return seen.boundingRect().adjusted(-4, -4, 4, 4);
}

QImage CameraView::look(const Ground& ground) const
{
    const QTransform back = m_toPicture.inverted() * ground.fromMm();
    const int width = m_pose.picture.width();
    const int height = m_pose.picture.height();
    cv::Mat mapX(height, width, CV_32FC1);
    cv::Mat mapY(height, width, CV_32FC1);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            // Pixel centres lie at whole numbers plus a half here, at whole numbers in OpenCV.
            const QPointF at = back.map(straight(QPointF(x + 0.5, y + 0.5))) - QPointF(0.5, 0.5);
            mapX.at<float>(y, x) = static_cast<float>(at.x());
            mapY.at<float>(y, x) = static_cast<float>(at.y());
        }
    QImage picture(m_pose.picture, QImage::Format_RGB32);
    const cv::Mat source(ground.image.height(), ground.image.width(), CV_8UC4,
                         const_cast<uchar*>(ground.image.constBits()), // NOLINT: only read
                         static_cast<std::size_t>(ground.image.bytesPerLine()));
    cv::Mat target(height, width, CV_8UC4, picture.bits(),
                   static_cast<std::size_t>(picture.bytesPerLine()));
    cv::remap(source, target, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return picture;
}

} // namespace handshake::papereval
