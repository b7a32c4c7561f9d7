// SPDX-License-Identifier: Apache-2.0
#include "app/devices/frame_converter.h"

#include "app/devices/yuv_conversion.h"
#include "support/picture_files.h"

#include <QElapsedTimer>
#include <QTest>
#include <QVideoFrameFormat>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

Q_DECLARE_METATYPE(QVideoFrameFormat::PixelFormat)

namespace {

using Format = QVideoFrameFormat;

/// The colour that all frames below show, and what BT.601 makes of it.
const QColor kColour(200, 90, 40);
constexpr int kLight = 117;
constexpr int kBlue = 90;
constexpr int kRed = 180;

QVideoFrame mappedFrame(const QVideoFrameFormat& format)
{
    QVideoFrame frame(format);
    if (!frame.map(QVideoFrame::WriteOnly))
        qFatal("cannot map a test frame");
    return frame;
}

void fill(QVideoFrame& frame, int plane, const std::vector<int>& pattern)
{
    for (int at = 0; at < frame.mappedBytes(plane); ++at) {
        const int inRow = at % frame.bytesPerLine(plane);
        frame.bits(plane)[at] = uchar(pattern[std::size_t(inRow) % pattern.size()]);
    }
}

QVideoFrame frameOf(const QVideoFrameFormat& format, const std::vector<std::vector<int>>& planes)
{
    QVideoFrame frame = mappedFrame(format);
    for (std::size_t plane = 0; plane < planes.size(); ++plane)
        fill(frame, int(plane), planes[plane]);
    frame.unmap();
    return frame;
}

/// A frame that is one JPEG file, as some back ends hand on what the camera sent.
QVideoFrame jpegFrame(const QByteArray& bytes)
{
    // The one plane of a JPEG frame is as long as the frame is wide, in this Qt.
    QVideoFrame frame(Format(QSize(64, 48), Format::Format_Jpeg));
    if (!frame.map(QVideoFrame::WriteOnly) || frame.mappedBytes(0) < bytes.size())
        qFatal("cannot map a test frame");
    std::memset(frame.bits(0), 0, std::size_t(frame.mappedBytes(0)));
    std::memcpy(frame.bits(0), bytes.constData(), std::size_t(bytes.size()));
    frame.unmap();
    return frame;
}

bool isNear(const QColor& a, const QColor& b, int tolerance)
{
    return std::abs(a.red() - b.red()) <= tolerance &&
           std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

qint64 medianMicroseconds(const std::function<void()>& work)
{
    std::vector<qint64> times;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer time;
        time.start();
        work();
        times.push_back(time.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    return times[4];
}

} // namespace

class TestFrameConverter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLayoutShowsTheSameColour_data()
    {
        QTest::addColumn<Format::PixelFormat>("format");
        QTest::addColumn<std::vector<std::vector<int>>>("planes");
        using Planes = std::vector<std::vector<int>>;
        const int r = kColour.red();
        const int g = kColour.green();
        const int b = kColour.blue();
        QTest::newRow("NV12") << Format::Format_NV12 << Planes{{kLight}, {kBlue, kRed}};
        QTest::newRow("NV21") << Format::Format_NV21 << Planes{{kLight}, {kRed, kBlue}};
        QTest::newRow("I420") << Format::Format_YUV420P << Planes{{kLight}, {kBlue}, {kRed}};
        QTest::newRow("YV12") << Format::Format_YV12 << Planes{{kLight}, {kRed}, {kBlue}};
        QTest::newRow("P010") << Format::Format_P010 << Planes{{0, kLight}, {0, kBlue, 0, kRed}};
        QTest::newRow("P016") << Format::Format_P016 << Planes{{7, kLight}, {7, kBlue, 7, kRed}};
        QTest::newRow("YUYV") << Format::Format_YUYV << Planes{{kLight, kBlue, kLight, kRed}};
        QTest::newRow("UYVY") << Format::Format_UYVY << Planes{{kBlue, kLight, kRed, kLight}};
        QTest::newRow("BGRA") << Format::Format_BGRA8888 << Planes{{b, g, r, 255}};
        QTest::newRow("BGRA premultiplied")
            << Format::Format_BGRA8888_Premultiplied << Planes{{b, g, r, 255}};
        QTest::newRow("ARGB premultiplied")
            << Format::Format_ARGB8888_Premultiplied << Planes{{255, r, g, b}};
        QTest::newRow("RGBX") << Format::Format_RGBX8888 << Planes{{r, g, b, 0}};
        QTest::newRow("XBGR") << Format::Format_XBGR8888 << Planes{{0, b, g, r}};
        QTest::newRow("BGRX") << Format::Format_BGRX8888 << Planes{{b, g, r, 0}};
        QTest::newRow("RGBA") << Format::Format_RGBA8888 << Planes{{r, g, b, 255}};
        QTest::newRow("ARGB") << Format::Format_ARGB8888 << Planes{{255, r, g, b}};
        QTest::newRow("XRGB") << Format::Format_XRGB8888 << Planes{{0, r, g, b}};
        QTest::newRow("ABGR") << Format::Format_ABGR8888 << Planes{{255, b, g, r}};
    }

    void everyLayoutShowsTheSameColour()
    {
        QFETCH(const Format::PixelFormat, format);
        QFETCH(const std::vector<std::vector<int>>, planes);
        const auto image = convertFrame(frameOf(Format({64, 48}, format), planes));
        QVERIFY2(image, image ? "" : qPrintable(image.error().detail));
        QCOMPARE(image->size(), QSize(64, 48));
        QCOMPARE(image->format(), QImage::Format_RGB32);
        QVERIFY2(isNear(image->pixelColor(31, 20), kColour, 3),
                 qPrintable(image->pixelColor(31, 20).name()));
        QCOMPARE(qAlpha(*reinterpret_cast<const QRgb*>(image->constBits())), 255);
    }

    void grayFrameIsConverted()
    {
        const auto image = convertFrame(frameOf(Format({64, 48}, Format::Format_Y8), {{77}}));
        QVERIFY(image);
        QCOMPARE(image->pixelColor(5, 5), QColor(77, 77, 77));
        const auto deep = convertFrame(frameOf(Format({64, 48}, Format::Format_Y16), {{200, 77}}));
        QVERIFY(deep);
        QCOMPARE(deep->pixelColor(5, 5), QColor(77, 77, 77));
    }

    void jpegFrameIsDecoded()
    {
        const QByteArray jpeg = files::encoded(files::quarters(64, 48), "jpeg", 95);
        const auto image = convertFrame(jpegFrame(jpeg));
        QVERIFY2(image, image ? "" : qPrintable(image.error().detail));
        QCOMPARE(image->size(), QSize(64, 48));
        QVERIFY(isNear(image->pixelColor(10, 10), Qt::red, 8));
        QVERIFY(!convertFrame(jpegFrame(jpeg.first(jpeg.size() / 2))));
        QVERIFY(!convertFrame(jpegFrame("no JPEG at all")));
    }

    void unknownFormatsAreRefusedWithoutHarm()
    {
        for (const auto format : {Format::Format_AYUV, Format::Format_IMC1, Format::Format_IMC3}) {
            const auto refused = convertFrame(QVideoFrame(Format({64, 48}, format)));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Unreadable);
        }
        // Qt 6.4 makes the planes of this one shorter than its size needs, and toImage() crashes.
        QVERIFY(!convertFrame(QVideoFrame(Format({1920, 1080}, Format::Format_YUV422P))));
    }

    void pictureSurvivesNv12()
    {
        const QImage image = files::quarters(160, 120);
        const auto back = convertFrame(nv12FrameOf(image));
        QVERIFY(back);
        QCOMPARE(back->size(), image.size());
        for (const QPoint at : {QPoint(10, 10), QPoint(150, 10), QPoint(10, 110), QPoint(150, 110)})
            QVERIFY2(isNear(back->pixelColor(at), image.pixelColor(at), 6),
                     qPrintable(back->pixelColor(at).name()));
    }

    void oddSizesLoseOnePixel()
    {
        const auto back = convertFrame(nv12FrameOf(files::filled(33, 17, kColour)));
        QVERIFY(back);
        QCOMPARE(back->size(), QSize(32, 16));
        QVERIFY(!nv12FrameOf({}).isValid());
        QVERIFY(!nv12FrameOf(files::filled(1, 1, kColour)).isValid());
    }

    void hdColoursAreRight_data()
    {
        QTest::addColumn<Format::PixelFormat>("format");
        QTest::addColumn<std::vector<std::vector<int>>>("planes");
        using Planes = std::vector<std::vector<int>>;
        // The same colour in BT.709: brightness 16 + 219 Y, differences 128 + 224 C.
        QTest::newRow("NV12") << Format::Format_NV12 << Planes{{110}, {95, 178}};
        QTest::newRow("NV21") << Format::Format_NV21 << Planes{{110}, {178, 95}};
        QTest::newRow("YV12") << Format::Format_YV12 << Planes{{110}, {178}, {95}};
        QTest::newRow("UYVY") << Format::Format_UYVY << Planes{{95, 110, 178, 110}};
    }

    void hdColoursAreRight()
    {
        QFETCH(const Format::PixelFormat, format);
        QFETCH(const std::vector<std::vector<int>>, planes);
        QVideoFrameFormat hd({64, 48}, format);
        hd.setColorSpace(QVideoFrameFormat::ColorSpace_BT709);
        hd.setColorRange(QVideoFrameFormat::ColorRange_Video);
        const auto image = convertFrame(frameOf(hd, planes));
        QVERIFY(image);
        QVERIFY2(isNear(image->pixelColor(5, 5), kColour, 3),
                 qPrintable(image->pixelColor(5, 5).name()));
    }

    void ownConversionAgreesWithOpenCv()
    {
        // Random planes: smooth conversion by OpenCV, the own one of the same space beside it.
        QVideoFrame frame = nv12FrameOf(files::noise(64, 48));
        const auto byOpenCv = convertFrame(frame);
        QVERIFY(byOpenCv);
        QVERIFY(frame.map(QVideoFrame::ReadOnly));
        QImage own(64, 48, QImage::Format_RGB32);
        convertYuv({{frame.bits(0), frame.bytesPerLine(0), 1},
                    {frame.bits(1), frame.bytesPerLine(1), 2},
                    {frame.bits(1) + 1, frame.bytesPerLine(1), 2}},
                   {}, own);
        frame.unmap();
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 64; ++x)
                QVERIFY(isNear(own.pixelColor(x, y), byOpenCv->pixelColor(x, y), 2));
        }
    }

    void fullRangeIsNotStretched_data()
    {
        QTest::addColumn<Format::PixelFormat>("format");
        QTest::addColumn<std::vector<std::vector<int>>>("planes");
        using Planes = std::vector<std::vector<int>>;
        // The colour in full range, as a camera that delivers JPEG has it.
        QTest::newRow("NV12") << Format::Format_NV12 << Planes{{117}, {84, 187}};
        QTest::newRow("I420") << Format::Format_YUV420P << Planes{{117}, {84}, {187}};
        QTest::newRow("YUYV") << Format::Format_YUYV << Planes{{117, 84, 117, 187}};
        QTest::newRow("UYVY") << Format::Format_UYVY << Planes{{84, 117, 187, 117}};
        QTest::newRow("NV21") << Format::Format_NV21 << Planes{{117}, {187, 84}};
    }

    void fullRangeIsNotStretched()
    {
        QFETCH(const Format::PixelFormat, format);
        QFETCH(const std::vector<std::vector<int>>, planes);
        QVideoFrameFormat full({64, 48}, format);
        full.setColorSpace(QVideoFrameFormat::ColorSpace_BT601);
        full.setColorRange(QVideoFrameFormat::ColorRange_Full);
        const auto image = convertFrame(frameOf(full, planes));
        QVERIFY(image);
        QVERIFY2(isNear(image->pixelColor(5, 5), kColour, 4),
                 qPrintable(image->pixelColor(5, 5).name()));
    }

    void frameIsTurnedAndMirroredAsItSays()
    {
        QVideoFrame frame = nv12FrameOf(files::quarters(80, 40)); // r g / b y
        frame.setRotationAngle(QVideoFrame::Rotation90);
        auto turned = convertFrame(frame);
        QVERIFY(turned);
        QCOMPARE(turned->size(), QSize(40, 80));
        QVERIFY(isNear(turned->pixelColor(5, 5), Qt::blue, 8)); // b r / y g
        QVERIFY(isNear(turned->pixelColor(35, 5), Qt::red, 8));
        frame.setRotationAngle(QVideoFrame::Rotation0);
        frame.setMirrored(true);
        turned = convertFrame(frame);
        QVERIFY(turned);
        QVERIFY(isNear(turned->pixelColor(5, 5), Qt::green, 8));
    }

    void unusableFramesAreRefused()
    {
        const auto nothing = convertFrame({});
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::Unreadable);
        const auto huge = convertFrame(QVideoFrame(Format({20'000, 16}, Format::Format_Y8)));
        QVERIFY(!huge);
        QCOMPARE(huge.error().code, ErrorCode::TooLarge);
    }

    void imageIsIndependentOfTheFrame()
    {
        QVideoFrame frame =
            frameOf(Format({16, 16}, Format::Format_BGRA8888), {{40, 90, 200, 255}});
        const auto image = convertFrame(frame);
        QVERIFY(image);
        QVERIFY(frame.map(QVideoFrame::WriteOnly));
        std::memset(frame.bits(0), 0, std::size_t(frame.mappedBytes(0)));
        frame.unmap();
        QCOMPARE(image->pixelColor(3, 3), kColour);
    }

    void timesAreStated()
    {
        std::vector<QVideoFrame> fresh; // toImage() remembers what it made of a frame
        fresh.reserve(9);
        const QImage picture = files::noise(1920, 1080);
        for (int i = 0; i < 9; ++i)
            fresh.push_back(nv12FrameOf(picture));
        const qint64 planes = medianMicroseconds([&fresh] { QVERIFY(convertFrame(fresh[0])); });
        const qint64 toImage = medianMicroseconds([&fresh] {
            QVERIFY(!fresh.back().toImage().isNull());
            fresh.pop_back();
        });
        qInfo("1080p NV12: planes %lld us, toImage %lld us", planes, toImage);
        QVERIFY(planes < 10 * 5000);
    }
};

QTEST_MAIN(TestFrameConverter)
#include "tst_frame_converter.moc"
