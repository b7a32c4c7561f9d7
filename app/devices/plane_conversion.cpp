// SPDX-License-Identifier: Apache-2.0
#include "app/devices/plane_conversion.h"

#include "app/devices/yuv_conversion.h"

#include <QVideoFrameFormat>

#include <opencv2/imgproc.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace handshake {

namespace {

/// OpenCV reads BT.601 with the range of video only, which is what cameras without a statement
/// deliver.
bool isOpenCvSpace(const QVideoFrameFormat& format)
{
    const auto space = format.colorSpace();
    const bool is601 = space == QVideoFrameFormat::ColorSpace_Undefined ||
                       space == QVideoFrameFormat::ColorSpace_BT601;
    return is601 && format.colorRange() != QVideoFrameFormat::ColorRange_Full;
}

/// What JPEG is made of (JFIF 1.02).
bool isJpegSpace(const QVideoFrameFormat& format)
{
    const auto space = format.colorSpace();
    return (space == QVideoFrameFormat::ColorSpace_Undefined ||
            space == QVideoFrameFormat::ColorSpace_BT601) &&
           format.colorRange() == QVideoFrameFormat::ColorRange_Full;
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

/// How a format of four bytes a pixel orders them: where B, G and R are.
std::optional<std::array<int, 3>> bytesOfColours(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_BGRA8888:
    case QVideoFrameFormat::Format_BGRA8888_Premultiplied:
    case QVideoFrameFormat::Format_BGRX8888:
        return std::array{0, 1, 2};
    case QVideoFrameFormat::Format_RGBA8888:
    case QVideoFrameFormat::Format_RGBX8888:
        return std::array{2, 1, 0};
    case QVideoFrameFormat::Format_ARGB8888:
    case QVideoFrameFormat::Format_ARGB8888_Premultiplied:
    case QVideoFrameFormat::Format_XRGB8888:
        return std::array{3, 2, 1};
    case QVideoFrameFormat::Format_ABGR8888:
    case QVideoFrameFormat::Format_XBGR8888:
        return std::array{1, 2, 3};
    default:
        return std::nullopt;
    }
}

/// Where the components of a format of brightness and colour differences are.
struct Layout {
    struct Component {
        int plane = 0;
        int offset = 0; ///< bytes from the plane's beginning
        int step = 1;   ///< bytes from one value to the next in a row
    };
    Component light;
    Component blue;
    Component red;
    bool hasEveryRow = false;      ///< differences for each row, not for pairs of rows
    std::optional<int> byOpenCv{}; ///< its own conversion, for the space it knows
};

std::optional<Layout> layoutOf(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_NV12:
        return Layout{{0, 0, 1}, {1, 0, 2}, {1, 1, 2}, false, cv::COLOR_YUV2BGRA_NV12};
    case QVideoFrameFormat::Format_NV21:
        return Layout{{0, 0, 1}, {1, 1, 2}, {1, 0, 2}, false, cv::COLOR_YUV2BGRA_NV21};
    case QVideoFrameFormat::Format_YUV420P:
        return Layout{{0, 0, 1}, {1, 0, 1}, {2, 0, 1}, false, cv::COLOR_YUV2BGRA_NV12};
    case QVideoFrameFormat::Format_YV12:
        return Layout{{0, 0, 1}, {2, 0, 1}, {1, 0, 1}, false, cv::COLOR_YUV2BGRA_NV12};
    case QVideoFrameFormat::Format_YUV422P:
        return Layout{{0, 0, 1}, {1, 0, 1}, {2, 0, 1}, true, {}};
    case QVideoFrameFormat::Format_YUYV:
        return Layout{{0, 0, 2}, {0, 1, 4}, {0, 3, 4}, true, cv::COLOR_YUV2BGRA_YUY2};
    case QVideoFrameFormat::Format_UYVY:
        return Layout{{0, 1, 2}, {0, 0, 4}, {0, 2, 4}, true, cv::COLOR_YUV2BGRA_UYVY};
    case QVideoFrameFormat::Format_P010: // the upper byte of two is picture enough
    case QVideoFrameFormat::Format_P016:
        return Layout{{0, 1, 2}, {1, 1, 4}, {1, 3, 4}, false, {}};
    default:
        return std::nullopt;
    }
}

enum class Component : std::uint8_t { Light, Differences };

/// A plane in full range pressed into the range of video, which OpenCV knows: together several
/// times as fast as the exact conversion, and at most three grey levels beside it.
cv::Mat pressed(const cv::Mat& plane, Component component)
{
    cv::Mat table(1, 256, CV_8UC1);
    for (int value = 0; value < 256; ++value)
        table.at<uchar>(value) = component == Component::Light
                                     ? cv::saturate_cast<uchar>(16 + value * 219.0 / 255)
                                     : cv::saturate_cast<uchar>(128 + (value - 128) * 224.0 / 255);
    cv::Mat made;
    cv::LUT(plane, table, made);
    return made;
}

class PlaneConversion final
{
public:
    PlaneConversion(const QVideoFrameFormat& format, const std::vector<MappedPlane>& planes,
                    QImage& target)
        : m_format(format)
        , m_planes(planes)
        , m_width(target.width())
        , m_height(target.height())
        , m_target(target)
        , m_pixels(m_height, m_width, CV_8UC4, target.bits(),
                   static_cast<std::size_t>(target.bytesPerLine()))
    {
    }

    [[nodiscard]] bool convert()
    {
        const auto format = m_format.pixelFormat();
        if (const auto order = bytesOfColours(format))
            return fromFourBytes(*order);
        if (const auto layout = layoutOf(format))
            return fromDifferences(*layout);
        if (format == QVideoFrameFormat::Format_Y8)
            return fromGray(0, 1);
        return format == QVideoFrameFormat::Format_Y16 && fromGray(1, 2);
    }

private:
    bool fromFourBytes(const std::array<int, 3>& order)
    {
        const auto pixels = planeAt(0, m_height, m_width, CV_8UC4);
        if (!pixels)
            return false;
        // By hand: cv::mixChannels takes five times as long for this.
        const auto [blue, green, red] = order;
        for (int y = 0; y < m_height; ++y) {
            const uchar* from = pixels->ptr(y);
            auto* to = reinterpret_cast<quint32*>(m_target.scanLine(y));
            for (int x = 0; x < m_width; ++x, from += 4)
                to[x] = 0xFF000000U | (quint32(from[red]) << 16) | (quint32(from[green]) << 8) |
                        from[blue];
        }
        return true;
    }

    /// `offset` of `step` bytes is the one that counts.
    bool fromGray(int offset, int step)
    {
        const auto plane = planeAt(0, m_height, m_width, CV_8UC(step));
        if (!plane)
            return false;
        cv::Mat light;
        cv::extractChannel(*plane, light, offset);
        cv::cvtColor(light, m_pixels, cv::COLOR_GRAY2BGRA);
        return true;
    }

    bool fromDifferences(const Layout& layout)
    {
        const int pairs = (m_width + 1) / 2;
        const int rows = layout.hasEveryRow ? m_height : (m_height + 1) / 2;
        const bool isPacked = layout.blue.plane == 0;
        // A packed format has whole pairs only, the last one of an odd width half used.
        const auto light = componentPlane(layout.light, m_height, isPacked ? 2 * pairs : m_width);
        const auto blue = componentPlane(layout.blue, rows, pairs);
        const auto red = componentPlane(layout.red, rows, pairs);
        if (!light || !blue || !red)
            return false;
        const bool isEven = m_width % 2 == 0 && (m_height % 2 == 0 || layout.hasEveryRow);
        if (isEven && layout.byOpenCv && isOpenCvSpace(m_format))
            byOpenCv(layout, *light, *blue, *red);
        else if (isEven && layout.byOpenCv && !isPacked && isJpegSpace(m_format))
            byOpenCv(layout, pressed(*light, Component::Light),
                     pressed(*blue, Component::Differences), pressed(*red, Component::Differences));
        else
            convertYuv({componentOf(layout.light, *light), componentOf(layout.blue, *blue),
                        componentOf(layout.red, *red), layout.hasEveryRow},
                       yuvSpaceOf(m_format), m_target);
        return true;
    }

    /// One plane as a matrix; nothing when it has fewer bytes than that.
    [[nodiscard]] std::optional<cv::Mat> planeAt(int index, int rows, int columns, int type) const
    {
        if (std::size_t(index) >= m_planes.size())
            return std::nullopt;
        const MappedPlane& plane = m_planes[std::size_t(index)];
        const qsizetype row = qsizetype(columns) * CV_ELEM_SIZE(type);
        if (plane.row < row || plane.bytes < plane.row * (rows - 1) + row)
            return std::nullopt;
        return cv::Mat(rows, columns, type, const_cast<uchar*>(plane.first),
                       static_cast<std::size_t>(plane.row));
    }

    /// The plane a component is in; each value has as many channels as its step has bytes.
    [[nodiscard]] std::optional<cv::Mat> componentPlane(const Layout::Component& component,
                                                        int rows, int columns) const
    {
        return planeAt(component.plane, rows, columns, CV_8UC(component.step));
    }

    static YuvComponent componentOf(const Layout::Component& component, const cv::Mat& plane)
    {
        return {plane.ptr() + component.offset, qsizetype(plane.step[0]), component.step};
    }

    void byOpenCv(const Layout& layout, const cv::Mat& light, const cv::Mat& blue,
                  const cv::Mat& red)
    {
        if (layout.hasEveryRow) {
            cv::cvtColor(light, m_pixels, *layout.byOpenCv); // the plane itself
            return;
        }
        if (layout.blue.plane == layout.red.plane) {
            cv::cvtColorTwoPlane(light, blue, m_pixels, *layout.byOpenCv);
            return;
        }
        // OpenCV's own conversion of three planes wants them in one block without gaps between the
        // rows; weaving the differences together costs less.
        const std::array<cv::Mat, 2> differences{blue, red};
        cv::Mat both;
        cv::merge(differences.data(), differences.size(), both);
        cv::cvtColorTwoPlane(light, both, m_pixels, *layout.byOpenCv);
    }

    const QVideoFrameFormat& m_format;
    const std::vector<MappedPlane>& m_planes;
    int m_width;
    int m_height;
    QImage& m_target;
    cv::Mat m_pixels; ///< the target's own memory
};

} // namespace

bool convertPlanes(const QVideoFrameFormat& format, const std::vector<MappedPlane>& planes,
                   QImage& target)
{
    return PlaneConversion(format, planes, target).convert();
}

} // namespace handshake
