// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_converter.h"

#include "app/devices/plane_conversion.h"
#include "app/imaging/decode_worker.h"
#include "app/imaging/mat_view_p.h"
#include "app/imaging/picture_header.h"

#include <QVideoFrameFormat>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Keeps a frame mapped for as long as it lives.
class MappedFrame final
{
public:
    explicit MappedFrame(const QVideoFrame& frame)
        : m_frame(frame)
        , m_isMapped(m_frame.map(QVideoFrame::ReadOnly))
    {
    }
    ~MappedFrame()
    {
        if (m_isMapped)
            m_frame.unmap();
    }
    Q_DISABLE_COPY_MOVE(MappedFrame)

    [[nodiscard]] bool isMapped() const { return m_isMapped; }

    [[nodiscard]] std::vector<MappedPlane> planes() const
    {
        std::vector<MappedPlane> planes;
        planes.reserve(static_cast<std::size_t>(m_frame.planeCount()));
        for (int i = 0; i < m_frame.planeCount(); ++i)
            planes.push_back({m_frame.bits(i), m_frame.mappedBytes(i), m_frame.bytesPerLine(i)});
        return planes;
    }

private:
    QVideoFrame m_frame;
    bool m_isMapped;
};

bool isAsShown(const QVideoFrame& frame)
{
    return frame.surfaceFormat().scanLineDirection() == QVideoFrameFormat::TopToBottom &&
           frame.rotationAngle() == QVideoFrame::Rotation0 && !frame.mirrored();
}

/// Turned and mirrored as the frame says it is to be shown.
QImage upright(const QImage& image, const QVideoFrame& frame)
{
    cv::Mat pixels = matView(image).clone();
    if (frame.surfaceFormat().scanLineDirection() == QVideoFrameFormat::BottomToTop)
        cv::flip(pixels, pixels, 0);
    cv::Mat turned = pixels;
    switch (frame.rotationAngle()) {
    case QVideoFrame::Rotation90:
        cv::rotate(pixels, turned, cv::ROTATE_90_CLOCKWISE);
        break;
    case QVideoFrame::Rotation180:
        cv::rotate(pixels, turned, cv::ROTATE_180);
        break;
    case QVideoFrame::Rotation270:
        cv::rotate(pixels, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    default:
        break;
    }
    if (frame.mirrored())
        cv::flip(turned, turned, 1);
    return imageCopy(turned);
}

bool isPermitted(QSize size)
{
    return !size.isEmpty() && std::max(size.width(), size.height()) <= PictureLimits::kMaxSide &&
           qint64(size.width()) * size.height() <= PictureLimits::kMaxPixels;
}

/// A frame that is a whole JPEG file.
Result<QImage> fromJpeg(const MappedFrame& mapped, const QVideoFrame& frame)
{
    const std::vector<MappedPlane> planes = mapped.planes();
    if (planes.empty())
        return Error{ErrorCode::Unreadable, u"video frame: empty"_s};
    auto image =
        decodeHere(QByteArray(reinterpret_cast<const char*>(planes[0].first), planes[0].bytes));
    if (!image || isAsShown(frame))
        return image;
    return upright(*image, frame);
}

} // namespace

Result<QImage> convertFrame(const QVideoFrame& frame)
{
    if (!frame.isValid())
        return Error{ErrorCode::Unreadable, u"video frame: empty"_s};
    if (!isPermitted(frame.size()))
        return Error{ErrorCode::TooLarge, u"video frame: more pixels than permitted"_s};
    const MappedFrame mapped(frame);
    if (!mapped.isMapped())
        return Error{ErrorCode::Unreadable, u"video frame: cannot be mapped"_s};
    if (frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg)
        return fromJpeg(mapped, frame);
    QImage image(frame.size(), QImage::Format_RGB32);
    if (image.isNull())
        return Error{ErrorCode::TooLarge, u"video frame: no memory for it"_s};
    // Not by QVideoFrame::toImage() where this fails: in Qt 6.4 it crashes without a window
    // system, on planes in three parts without graphics hardware, and on planes that are too short.
    if (!convertPlanes(frame.surfaceFormat(), mapped.planes(), image))
        return Error{ErrorCode::Unreadable,
                     u"video frame: format %1 cannot be converted"_s.arg(int(frame.pixelFormat()))};
    return isAsShown(frame) ? image : upright(image, frame);
}

QVideoFrame nv12FrameOf(const QImage& image)
{
    const QSize size(image.width() / 2 * 2, image.height() / 2 * 2);
    if (!isPermitted(size))
        return {};
    const QImage known =
        image.copy(QRect(QPoint(0, 0), size)).convertToFormat(QImage::Format_RGB32);
    cv::Mat planar; // brightness, then all blue differences, then all red ones
    cv::cvtColor(matView(known), planar, cv::COLOR_BGRA2YUV_I420);
    const int halfWidth = size.width() / 2;
    const int halfHeight = size.height() / 2;
    uchar* colour = planar.ptr(size.height());
    const std::array<cv::Mat, 2> differences{
        cv::Mat(halfHeight, halfWidth, CV_8UC1, colour),
        cv::Mat(halfHeight, halfWidth, CV_8UC1, colour + std::ptrdiff_t(halfHeight) * halfWidth)};

    QVideoFrameFormat format(size, QVideoFrameFormat::Format_NV12);
    format.setColorSpace(QVideoFrameFormat::ColorSpace_BT601);
    format.setColorRange(QVideoFrameFormat::ColorRange_Video);
    QVideoFrame frame(format);
    if (!frame.map(QVideoFrame::WriteOnly))
        return {};
    cv::Mat light(size.height(), size.width(), CV_8UC1, frame.bits(0),
                  static_cast<std::size_t>(frame.bytesPerLine(0)));
    planar.rowRange(0, size.height()).copyTo(light);
    cv::Mat interleaved(halfHeight, halfWidth, CV_8UC2, frame.bits(1),
                        static_cast<std::size_t>(frame.bytesPerLine(1)));
    cv::merge(differences.data(), differences.size(), interleaved);
    frame.unmap();
    return frame;
}

} // namespace handshake
