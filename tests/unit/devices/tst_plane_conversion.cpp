// SPDX-License-Identifier: Apache-2.0
#include "app/devices/plane_conversion.h"

#include <QTest>

#include <cstdlib>
#include <cstring>

using namespace handshake;
using namespace Qt::StringLiterals;

using Format = QVideoFrameFormat;

Q_DECLARE_METATYPE(QVideoFrameFormat::PixelFormat)

namespace {

/// What the frames below show, in BT.601 with the range of video.
const QColor kColour(200, 90, 40);
constexpr uchar kLight = 117;
constexpr uchar kBlue = 90;
constexpr uchar kRed = 180;

/// A frame in memory of exactly its length: a read behind a plane is noticed by the sanitizer.
struct Planes {
    std::vector<std::vector<uchar>> memory;
    std::vector<MappedPlane> mapped;

    /// Rows of `pattern` repeated, then padding of another value; the last row has no padding, as
    /// drivers have it, and `missing` bytes less.
    void add(const std::vector<uchar>& pattern, qsizetype width, int rows, qsizetype padding,
             qsizetype missing)
    {
        const qsizetype row = width + padding;
        std::vector<uchar> bytes(std::size_t(row * (rows - 1) + width), 0xEE);
        for (qsizetype at = 0; at < qsizetype(bytes.size()); ++at) {
            if (at % row < width)
                bytes[std::size_t(at)] = pattern[std::size_t(at % row) % pattern.size()];
        }
        bytes.resize(std::size_t(std::max<qsizetype>(0, qsizetype(bytes.size()) - missing)));
        bytes.shrink_to_fit();
        memory.push_back(std::move(bytes));
        mapped.push_back({memory.back().data(), qsizetype(memory.back().size()), row});
    }
};

Planes planesOf(Format::PixelFormat format, QSize size, qsizetype padding = 0,
                qsizetype missing = 0)
{
    const int pairs = (size.width() + 1) / 2;
    const int rows = (size.height() + 1) / 2;
    Planes planes;
    planes.memory.reserve(3);
    switch (format) {
    case Format::Format_NV12:
        planes.add({kLight}, size.width(), size.height(), padding, 0);
        planes.add({kBlue, kRed}, 2 * pairs, rows, padding, missing);
        break;
    case Format::Format_YUV420P:
        planes.add({kLight}, size.width(), size.height(), padding, 0);
        planes.add({kBlue}, pairs, rows, padding, 0);
        planes.add({kRed}, pairs, rows, padding, missing);
        break;
    case Format::Format_YUV422P:
        planes.add({kLight}, size.width(), size.height(), padding, missing);
        planes.add({kBlue}, pairs, size.height(), padding, 0);
        planes.add({kRed}, pairs, size.height(), padding, 0);
        break;
    case Format::Format_YUYV:
        planes.add({kLight, kBlue, kLight, kRed}, 4 * pairs, size.height(), padding, missing);
        break;
    default:
        planes.add({40, 90, 200, 255}, 4 * size.width(), size.height(), padding, missing);
        break;
    }
    return planes;
}

bool showsTheColour(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor seen = image.pixelColor(x, y);
            if (std::abs(seen.red() - kColour.red()) > 3 ||
                std::abs(seen.green() - kColour.green()) > 3 ||
                std::abs(seen.blue() - kColour.blue()) > 3)
                return false;
        }
    }
    return true;
}

} // namespace

class TestPlaneConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySizeAndPaddingIsConverted_data()
    {
        QTest::addColumn<Format::PixelFormat>("format");
        QTest::newRow("NV12") << Format::Format_NV12;
        QTest::newRow("YUV 4:2:0") << Format::Format_YUV420P;
        QTest::newRow("YUV 4:2:2") << Format::Format_YUV422P;
        QTest::newRow("YUYV") << Format::Format_YUYV;
        QTest::newRow("BGRA") << Format::Format_BGRA8888;
    }

    void anySizeAndPaddingIsConverted()
    {
        QFETCH(const Format::PixelFormat, format);
        for (const QSize size : {QSize(34, 18), QSize(33, 17), QSize(32, 17), QSize(33, 16),
                                 QSize(2, 2), QSize(1, 1), QSize(1, 8)}) {
            for (const qsizetype padding : {0, 2, 61, 400}) {
                QImage image(size, QImage::Format_RGB32);
                image.fill(Qt::black);
                QVERIFY2(convertPlanes(Format(size, format), planesOf(format, size, padding).mapped,
                                       image),
                         qPrintable(u"%1x%2"_s.arg(size.width()).arg(size.height())));
                QVERIFY(showsTheColour(image));
            }
        }
    }

    void shortPlanesAreRefused_data() { anySizeAndPaddingIsConverted_data(); }

    void shortPlanesAreRefused()
    {
        QFETCH(const Format::PixelFormat, format);
        const QSize size(34, 18);
        QImage image(size, QImage::Format_RGB32);
        for (const qsizetype missing : {1, 40, 5000}) {
            const Planes planes = planesOf(format, size, 8, missing);
            QVERIFY(!convertPlanes(Format(size, format), planes.mapped, image));
        }
        // Rows shorter than the width, and a plane that is not there at all.
        Planes narrow = planesOf(format, size);
        for (MappedPlane& plane : narrow.mapped)
            plane.row /= 2;
        QVERIFY(!convertPlanes(Format(size, format), narrow.mapped, image));
        Planes fewer = planesOf(format, size);
        fewer.mapped.pop_back();
        QVERIFY(!convertPlanes(Format(size, format), fewer.mapped, image));
        for (MappedPlane& plane : narrow.mapped)
            plane.row = -68;
        QVERIFY(!convertPlanes(Format(size, format), narrow.mapped, image));
    }

    void unknownFormatsAreRefused()
    {
        const QSize size(34, 18);
        QImage image(size, QImage::Format_RGB32);
        for (const auto format :
             {Format::Format_AYUV, Format::Format_IMC1, Format::Format_IMC2, Format::Format_IMC3,
              Format::Format_IMC4, Format::Format_SamplerExternalOES, Format::Format_Invalid}) {
            const Planes planes = planesOf(format, size);
            QVERIFY(!convertPlanes(Format(size, format), planes.mapped, image));
        }
    }

    void fullRangeIsExactEnough_data()
    {
        QTest::addColumn<Format::PixelFormat>("format");
        QTest::newRow("NV12") << Format::Format_NV12;
        QTest::newRow("YUV 4:2:0") << Format::Format_YUV420P;
        QTest::newRow("YUYV") << Format::Format_YUYV;
    }

    void fullRangeIsExactEnough()
    {
        // Even sizes go through OpenCV, odd ones through the exact conversion. Every brightness,
        // with differences that keep all colours inside 0..255.
        QFETCH(const Format::PixelFormat, format);
        for (int light = 0; light < 256; ++light) {
            for (const int blue : {110, 128, 141}) {
                const QColor even = fullRangeColour(format, {4, 4}, uchar(light), uchar(blue));
                const QColor odd = fullRangeColour(format, {3, 3}, uchar(light), uchar(blue));
                QVERIFY2(std::abs(even.red() - odd.red()) <= 3 &&
                             std::abs(even.green() - odd.green()) <= 3 &&
                             std::abs(even.blue() - odd.blue()) <= 3,
                         qPrintable(even.name() + odd.name()));
            }
        }
    }

private:
    static QColor fullRangeColour(Format::PixelFormat format, QSize size, uchar light, uchar blue)
    {
        Planes planes = planesOf(format, size);
        for (std::vector<uchar>& plane : planes.memory) {
            for (uchar& value : plane)
                value = value == kLight ? light : value == kBlue ? blue : value;
        }
        Format full(size, format);
        full.setColorRange(Format::ColorRange_Full);
        QImage image(size, QImage::Format_RGB32);
        if (!convertPlanes(full, planes.mapped, image))
            qFatal("a test frame was refused");
        return image.pixelColor(1, 1);
    }
};

QTEST_GUILESS_MAIN(TestPlaneConversion)
#include "tst_plane_conversion.moc"
