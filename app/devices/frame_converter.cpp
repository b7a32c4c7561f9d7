// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_converter.h"

#include "app/imaging/mat_view_p.h"
#include "app/imaging/picture_header.h"

#include <QVideoFrameFormat>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

using PixelFormat = QVideoFrameFormat::PixelFormat;

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

    /// One plane as a matrix; nothing when fewer bytes are mapped than its size needs.
    [[nodiscard]] std::optional<cv::Mat> plane(int index, int rows, int columns, int type) const
    {
        if (index >= m_frame.planeCount())
            return std::nullopt;
        const qint64 stride = m_frame.bytesPerLine(index);
        const qint64 row = qint64(columns) * qint64(CV_ELEM_SIZE(type));
        if (rows <= 0 || stride < row || m_frame.mappedBytes(index) < stride * (rows - 1) + row)
            return std::nullopt;
        return cv::Mat(rows, columns, type, const_cast<uchar*>(m_frame.bits(index)),
                       static_cast<std::size_t>(stride));
    }

private:
    QVideoFrame m_frame;
    bool m_isMapped;
};

/// OpenCV knows the range of video only, which is what cameras without a statement deliver. Others
/// go the exact and slower way.
bool hasVideoRange(const QVideoFrameFormat& format)
{
    const auto space = format.colorSpace();
    const bool isKnown = space == QVideoFrameFormat::ColorSpace_Undefined ||
                         space == QVideoFrameFormat::ColorSpace_BT601 ||
                         space == QVideoFrameFormat::ColorSpace_BT709;
    return isKnown && format.colorRange() != QVideoFrameFormat::ColorRange_Full;
}

/// OpenCV's conversion is that of BT.601; where the frame is BT.709 this puts the colours right:
/// the product of the one matrix and the inverse of the other (ITU-R BT.709-6, item 3; BT.601-7).
cv::Mat inRightColours(cv::Mat pixels, const QVideoFrameFormat& format)
{
    if (format.colorSpace() != QVideoFrameFormat::ColorSpace_BT709)
        return pixels;
    static const cv::Mat kFrom601 = [] {
        // Rows: B G R out of brightness, blue and red difference.
        const cv::Matx33d made709(1, 1.8556, 0, 1, -0.187324, -0.468124, 1, 0, 1.5748);
        const cv::Matx33d made601(1, 1.772, 0, 1, -0.344136, -0.714136, 1, 0, 1.402);
        const cv::Matx33d both = made709 * made601.inv();
        return cv::Mat(cv::Matx44d(both(0, 0), both(0, 1), both(0, 2), 0, both(1, 0), both(1, 1),
                                   both(1, 2), 0, both(2, 0), both(2, 1), both(2, 2), 0, 0, 0, 0,
                                   1));
    }();
    cv::transform(pixels, pixels, kFrom601);
    return pixels;
}

std::optional<cv::Mat> fromTwoPlanes(const MappedFrame& mapped, QSize size, int code)
{
    const auto light = mapped.plane(0, size.height(), size.width(), CV_8UC1);
    const auto colour = mapped.plane(1, size.height() / 2, size.width() / 2, CV_8UC2);
    if (!light || !colour || size.width() % 2 != 0 || size.height() % 2 != 0)
        return std::nullopt;
    cv::Mat converted;
    cv::cvtColorTwoPlane(*light, *colour, converted, code);
    return converted;
}

/// The three planes copied into the one block OpenCV expects; `code` decides which colour is first.
std::optional<cv::Mat> fromThreePlanes(const MappedFrame& mapped, QSize size, int code)
{
    const int width = size.width();
    const int height = size.height();
    const auto light = mapped.plane(0, height, width, CV_8UC1);
    const auto first = mapped.plane(1, height / 2, width / 2, CV_8UC1);
    const auto second = mapped.plane(2, height / 2, width / 2, CV_8UC1);
    if (!light || !first || !second || width % 2 != 0 || height % 4 != 0)
        return std::nullopt;
    cv::Mat block(height * 3 / 2, width, CV_8UC1);
    light->copyTo(block.rowRange(0, height));
    uchar* at = block.ptr(height);
    for (const cv::Mat* plane : {&*first, &*second}) {
        plane->copyTo(cv::Mat(height / 2, width / 2, CV_8UC1, at));
        at += std::ptrdiff_t(height / 2) * (width / 2);
    }
    cv::Mat converted;
    cv::cvtColor(block, converted, code);
    return converted;
}

std::optional<cv::Mat> fromPacked(const MappedFrame& mapped, QSize size, int type, int code)
{
    const auto pixels = mapped.plane(0, size.height(), size.width(), type);
    if (!pixels)
        return std::nullopt;
    cv::Mat converted;
    cv::cvtColor(*pixels, converted, code);
    return converted;
}

/// Four bytes a pixel; `order` says which of them become B, G and R.
std::optional<cv::Mat> fromFourBytes(const MappedFrame& mapped, QSize size,
                                     const std::array<int, 3>& order)
{
    const auto pixels = mapped.plane(0, size.height(), size.width(), CV_8UC4);
    if (!pixels)
        return std::nullopt;
    cv::Mat converted(size.height(), size.width(), CV_8UC4, cv::Scalar::all(255));
    const std::array<int, 6> pairs{order[0], 0, order[1], 1, order[2], 2};
    cv::mixChannels(&*pixels, 1, &converted, 1, pairs.data(), 3);
    return converted;
}

/// The formats without colour differences.
std::optional<cv::Mat> fromPrimaries(const MappedFrame& mapped, const QVideoFrameFormat& format)
{
    const QSize size = format.frameSize();
    switch (format.pixelFormat()) {
    case QVideoFrameFormat::Format_BGRA8888:
    case QVideoFrameFormat::Format_BGRX8888:
        return fromFourBytes(mapped, size, {0, 1, 2});
    case QVideoFrameFormat::Format_RGBA8888:
    case QVideoFrameFormat::Format_RGBX8888:
        return fromFourBytes(mapped, size, {2, 1, 0});
    case QVideoFrameFormat::Format_ARGB8888:
    case QVideoFrameFormat::Format_XRGB8888:
        return fromFourBytes(mapped, size, {3, 2, 1});
    case QVideoFrameFormat::Format_ABGR8888:
    case QVideoFrameFormat::Format_XBGR8888:
        return fromFourBytes(mapped, size, {1, 2, 3});
    case QVideoFrameFormat::Format_Y8:
        return fromPacked(mapped, size, CV_8UC1, cv::COLOR_GRAY2BGRA);
    default:
        return std::nullopt;
    }
}

/// The formats of brightness and two colour differences, in BT.601.
std::optional<cv::Mat> fromDifferences(const MappedFrame& mapped, const QVideoFrameFormat& format)
{
    const QSize size = format.frameSize();
    if (!hasVideoRange(format))
        return std::nullopt;
    switch (format.pixelFormat()) {
    case QVideoFrameFormat::Format_NV12:
        return fromTwoPlanes(mapped, size, cv::COLOR_YUV2BGRA_NV12);
    case QVideoFrameFormat::Format_NV21:
        return fromTwoPlanes(mapped, size, cv::COLOR_YUV2BGRA_NV21);
    case QVideoFrameFormat::Format_YUV420P:
        return fromThreePlanes(mapped, size, cv::COLOR_YUV2BGRA_I420);
    case QVideoFrameFormat::Format_YV12:
        return fromThreePlanes(mapped, size, cv::COLOR_YUV2BGRA_YV12);
    case QVideoFrameFormat::Format_YUYV:
        return size.width() % 2 == 0 ? fromPacked(mapped, size, CV_8UC2, cv::COLOR_YUV2BGRA_YUY2)
                                     : std::nullopt;
    case QVideoFrameFormat::Format_UYVY:
        return size.width() % 2 == 0 ? fromPacked(mapped, size, CV_8UC2, cv::COLOR_YUV2BGRA_UYVY)
                                     : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// As B G R A; nothing when the format is not handled here or its planes are too short.
std::optional<cv::Mat> fromPlanes(const MappedFrame& mapped, const QVideoFrameFormat& format)
{
    if (auto pixels = fromPrimaries(mapped, format))
        return pixels;
    if (auto pixels = fromDifferences(mapped, format))
        return inRightColours(std::move(*pixels), format);
    return std::nullopt;
}

/// Turned and mirrored as the frame says it is to be shown.
cv::Mat upright(cv::Mat pixels, const QVideoFrame& frame)
{
    if (frame.surfaceFormat().scanLineDirection() == QVideoFrameFormat::BottomToTop)
        cv::flip(pixels, pixels, 0);
    switch (frame.rotationAngle()) {
    case QVideoFrame::Rotation90:
        cv::rotate(pixels, pixels, cv::ROTATE_90_CLOCKWISE);
        break;
    case QVideoFrame::Rotation180:
        cv::rotate(pixels, pixels, cv::ROTATE_180);
        break;
    case QVideoFrame::Rotation270:
        cv::rotate(pixels, pixels, cv::ROTATE_90_COUNTERCLOCKWISE);
        break;
    default:
        break;
    }
    if (frame.mirrored())
        cv::flip(pixels, pixels, 1);
    return pixels;
}

bool isPermitted(QSize size)
{
    return !size.isEmpty() && std::max(size.width(), size.height()) <= PictureLimits::kMaxSide &&
           qint64(size.width()) * size.height() <= PictureLimits::kMaxPixels;
}

} // namespace

Result<QImage> convertFrame(const QVideoFrame& frame)
{
    if (!frame.isValid())
        return Error{ErrorCode::Unreadable, u"video frame: empty"_s};
    if (!isPermitted(frame.size()))
        return Error{ErrorCode::TooLarge, u"video frame: more pixels than permitted"_s};
    {
        const MappedFrame mapped(frame);
        if (!mapped.isMapped())
            return Error{ErrorCode::Unreadable, u"video frame: cannot be mapped"_s};
        if (const auto pixels = fromPlanes(mapped, frame.surfaceFormat()))
            return imageCopy(upright(*pixels, frame));
    }
    const QImage image = frame.toImage();
    if (image.isNull())
        return Error{ErrorCode::Unreadable,
                     u"video frame: format %1 cannot be converted"_s.arg(int(frame.pixelFormat()))};
    return image.convertToFormat(QImage::Format_RGB32);
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
