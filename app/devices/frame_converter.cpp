// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_converter.h"

#include "app/devices/yuv_conversion.h"
#include "app/imaging/mat_view_p.h"
#include "app/imaging/picture_header.h"

#include <QGuiApplication>
#include <QVideoFrameFormat>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <optional>

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

/// OpenCV reads BT.601 with the range of video only, which is what cameras without a statement
/// deliver.
bool isOpenCvSpace(const QVideoFrameFormat& format)
{
    const auto space = format.colorSpace();
    const bool is601 = space == QVideoFrameFormat::ColorSpace_Undefined ||
                       space == QVideoFrameFormat::ColorSpace_BT601;
    return is601 && format.colorRange() != QVideoFrameFormat::ColorRange_Full;
}

YuvSpace yuvSpaceOf(const QVideoFrameFormat& format)
{
    const bool isFull = format.colorRange() == QVideoFrameFormat::ColorRange_Full;
    switch (format.colorSpace()) {
    case QVideoFrameFormat::ColorSpace_BT709:
        return {0.2126, 0.0722, isFull};
    case QVideoFrameFormat::ColorSpace_BT2020:
        return {0.2627, 0.0593, isFull};
    default:
        return {0.299, 0.114, isFull};
    }
}

/// Fills `target` (Format_RGB32, of the frame's size) from a frame's planes. Each method says
/// whether it did: not when the format is not its own or a plane is too short.
class PlaneConversion final
{
public:
    PlaneConversion(const MappedFrame& mapped, const QVideoFrameFormat& format, QImage& target)
        : m_mapped(mapped)
        , m_format(format)
        , m_size(format.frameSize())
        , m_target(target)
        , m_pixels(target.height(), target.width(), CV_8UC4, target.bits(),
                   static_cast<std::size_t>(target.bytesPerLine()))
    {
    }

    [[nodiscard]] bool convert()
    {
        return fromPrimaries() || (m_size.width() % 2 == 0 && fromDifferences());
    }

private:
    /// The formats without colour differences.
    bool fromPrimaries()
    {
        switch (m_format.pixelFormat()) {
        case QVideoFrameFormat::Format_BGRA8888:
        case QVideoFrameFormat::Format_BGRX8888:
            return fromFourBytes({0, 1, 2});
        case QVideoFrameFormat::Format_RGBA8888:
        case QVideoFrameFormat::Format_RGBX8888:
            return fromFourBytes({2, 1, 0});
        case QVideoFrameFormat::Format_ARGB8888:
        case QVideoFrameFormat::Format_XRGB8888:
            return fromFourBytes({3, 2, 1});
        case QVideoFrameFormat::Format_ABGR8888:
        case QVideoFrameFormat::Format_XBGR8888:
            return fromFourBytes({1, 2, 3});
        case QVideoFrameFormat::Format_Y8: {
            const auto light = m_mapped.plane(0, m_size.height(), m_size.width(), CV_8UC1);
            if (light)
                cv::cvtColor(*light, m_pixels, cv::COLOR_GRAY2BGRA);
            return light.has_value();
        }
        default:
            return false;
        }
    }

    /// The formats of brightness and two colour differences.
    bool fromDifferences()
    {
        switch (m_format.pixelFormat()) {
        case QVideoFrameFormat::Format_NV12:
            return fromTwoPlanes(0, 1, cv::COLOR_YUV2BGRA_NV12);
        case QVideoFrameFormat::Format_NV21:
            return fromTwoPlanes(1, 0, cv::COLOR_YUV2BGRA_NV21);
        case QVideoFrameFormat::Format_YUV420P:
            return fromThreePlanes(1, 2);
        case QVideoFrameFormat::Format_YV12:
            return fromThreePlanes(2, 1);
        case QVideoFrameFormat::Format_YUYV:
            return fromOnePlane(0, 1, 3, cv::COLOR_YUV2BGRA_YUY2);
        case QVideoFrameFormat::Format_UYVY:
            return fromOnePlane(1, 0, 2, cv::COLOR_YUV2BGRA_UYVY);
        default:
            return false;
        }
    }

    /// Four bytes a pixel; `order` says which of them are B, G and R.
    bool fromFourBytes(const std::array<int, 3>& order)
    {
        const auto pixels = m_mapped.plane(0, m_size.height(), m_size.width(), CV_8UC4);
        if (!pixels)
            return false;
        m_pixels.setTo(cv::Scalar::all(255));
        const std::array<int, 6> pairs{order[0], 0, order[1], 1, order[2], 2};
        cv::mixChannels(&*pixels, 1, &m_pixels, 1, pairs.data(), 3);
        return true;
    }

    /// Four bytes a pair of pixels; the numbers say where in them brightness, blue, red begin.
    bool fromOnePlane(int light, int blue, int red, int code)
    {
        const auto pairs = m_mapped.plane(0, m_size.height(), m_size.width(), CV_8UC2);
        if (!pairs)
            return false;
        if (isOpenCvSpace(m_format))
            cv::cvtColor(*pairs, m_pixels, code);
        else
            exactly({componentOf(*pairs, light, 2), componentOf(*pairs, blue, 4),
                     componentOf(*pairs, red, 4), true});
        return true;
    }

    bool fromTwoPlanes(int blue, int red, int code)
    {
        const auto light = m_mapped.plane(0, m_size.height(), m_size.width(), CV_8UC1);
        const auto both = m_mapped.plane(1, m_size.height() / 2, m_size.width() / 2, CV_8UC2);
        if (!light || !both || m_size.height() % 2 != 0)
            return false;
        if (isOpenCvSpace(m_format))
            cv::cvtColorTwoPlane(*light, *both, m_pixels, code);
        else
            exactly({componentOf(*light, 0, 1), componentOf(*both, blue, 2),
                     componentOf(*both, red, 2)});
        return true;
    }

    bool fromThreePlanes(int bluePlane, int redPlane)
    {
        const int halfWidth = m_size.width() / 2;
        const int halfHeight = m_size.height() / 2;
        const auto light = m_mapped.plane(0, m_size.height(), m_size.width(), CV_8UC1);
        const auto blue = m_mapped.plane(bluePlane, halfHeight, halfWidth, CV_8UC1);
        const auto red = m_mapped.plane(redPlane, halfHeight, halfWidth, CV_8UC1);
        if (!light || !blue || !red || m_size.height() % 2 != 0)
            return false;
        if (!isOpenCvSpace(m_format)) {
            exactly({componentOf(*light, 0, 1), componentOf(*blue, 0, 1), componentOf(*red, 0, 1)});
            return true;
        }
        // OpenCV's own conversion of three planes wants them in one block without gaps between the
        // rows; weaving the differences together costs less.
        const std::array<cv::Mat, 2> differences{*blue, *red};
        cv::Mat both;
        cv::merge(differences.data(), differences.size(), both);
        cv::cvtColorTwoPlane(*light, both, m_pixels, cv::COLOR_YUV2BGRA_NV12);
        return true;
    }

    static YuvComponent componentOf(const cv::Mat& plane, int offset, int step)
    {
        return {plane.ptr() + offset, qsizetype(plane.step[0]), step};
    }

    void exactly(const YuvPlanes& planes) { convertYuv(planes, yuvSpaceOf(m_format), m_target); }

    const MappedFrame& m_mapped;
    QVideoFrameFormat m_format;
    QSize m_size;
    QImage& m_target;
    cv::Mat m_pixels; ///< the target's own memory
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
        QImage image(frame.size(), QImage::Format_RGB32);
        if (image.isNull())
            return Error{ErrorCode::TooLarge, u"video frame: no memory for it"_s};
        if (PlaneConversion(mapped, frame.surfaceFormat(), image).convert())
            return isAsShown(frame) ? image : upright(image, frame);
    }
    // toImage() asks for the graphics of the window system, and crashes where there is none.
    const bool hasDisplay = qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr;
    const QImage image = hasDisplay ? frame.toImage() : QImage();
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
