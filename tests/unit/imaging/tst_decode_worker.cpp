// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/decode_worker.h"
#include "support/picture_files.h"

#include <QColorSpace>
#include <QPainter>
#include <QTest>

#include <cstdlib>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

namespace {

QString cornerColours(const QImage& image)
{
    QString letters;
    for (const QPoint at :
         {QPoint(2, 2), QPoint(image.width() - 3, 2), QPoint(2, image.height() - 3),
          QPoint(image.width() - 3, image.height() - 3)}) {
        const QColor colour = image.pixelColor(at);
        const bool red = colour.red() > 128;
        const bool green = colour.green() > 128;
        letters += red ? (green ? u'y' : u'r') : (green ? u'g' : u'b');
    }
    return letters;
}

} // namespace

class TestDecodeWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pngKeepsEveryPixel()
    {
        const QImage image = files::noise(61, 33);
        const auto decoded = decodeHere(files::encoded(image, "png"));
        QVERIFY(decoded);
        QCOMPARE(decoded->format(), QImage::Format_RGB32);
        QCOMPARE(*decoded, image);
    }

    void onePixelIsAPicture()
    {
        for (const char* format : {"png", "jpeg"}) {
            const auto decoded = decodeHere(files::encoded(files::filled(1, 1, Qt::red), format));
            QVERIFY(decoded);
            QCOMPARE(decoded->size(), QSize(1, 1));
            QVERIFY(decoded->pixelColor(0, 0).red() > 240);
        }
    }

    void exifTurnsThePictureUpright_data()
    {
        // What the camera stored, so that turned by its EXIF the quarters are r g / b y again.
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QString>("upright"); // of stored quarters r g / b y
        QTest::newRow("1") << 1 << u"rgby"_s;
        QTest::newRow("2 mirrored") << 2 << u"gryb"_s;
        QTest::newRow("3 half turn") << 3 << u"ybgr"_s;
        QTest::newRow("4 upside down mirrored") << 4 << u"byrg"_s;
        QTest::newRow("5 transposed") << 5 << u"rbgy"_s;
        QTest::newRow("6 quarter turn right") << 6 << u"bryg"_s;
        QTest::newRow("7 transversed") << 7 << u"ygbr"_s;
        QTest::newRow("8 quarter turn left") << 8 << u"gyrb"_s;
    }

    void exifTurnsThePictureUpright()
    {
        QFETCH(const int, orientation);
        QFETCH(const QString, upright);
        const QByteArray stored = files::encoded(files::quarters(64, 32), "jpeg", 95);
        const auto decoded =
            decodeHere(files::withExif(stored, files::exifBlock(quint16(orientation))));
        QVERIFY(decoded);
        QCOMPARE(decoded->size(), orientation >= 5 ? QSize(32, 64) : QSize(64, 32));
        QCOMPARE(cornerColours(*decoded), upright);
    }

    void unusualPngsAreTaken_data()
    {
        QTest::addColumn<QImage::Format>("format");
        QTest::newRow("16 bits") << QImage::Format_RGBX64;
        QTest::newRow("16 bits gray") << QImage::Format_Grayscale16;
        QTest::newRow("gray") << QImage::Format_Grayscale8;
        QTest::newRow("palette") << QImage::Format_Indexed8;
        QTest::newRow("black and white") << QImage::Format_Mono;
    }

    void unusualPngsAreTaken()
    {
        QFETCH(const QImage::Format, format);
        const QImage image = files::filled(20, 20, Qt::white).convertToFormat(format);
        const auto decoded = decodeHere(files::encoded(image, "png"));
        QVERIFY(decoded);
        QCOMPARE(decoded->format(), QImage::Format_RGB32);
        QCOMPARE(decoded->pixel(10, 10), 0xFFFFFFFFU);
    }

    void interlacedAndProgressiveAreTaken()
    {
        // Drawn alike, stored in other orders: Adam7 for PNG, several passes for JPEG.
        const auto plain = decodeHere(readPicture("../fuzz/picture_header/rgb.png"));
        const auto interlaced = decodeHere(readPicture("../fuzz/picture_header/interlaced.png"));
        QVERIFY(plain && interlaced);
        QCOMPARE(*interlaced, *plain);
        const auto baseline = decodeHere(readPicture("../fuzz/picture_header/baseline.jpg"));
        const auto progressive = decodeHere(readPicture("../fuzz/picture_header/progressive.jpg"));
        QVERIFY(baseline && progressive);
        QCOMPARE(*progressive, *baseline);
    }

    void sixteenBitsKeepTheirUpperHalf()
    {
        QImage deep(4, 4, QImage::Format_RGBX64);
        deep.fill(QColor::fromRgba64(0x80FF, 0x4080, 0xFFFF));
        const auto decoded = decodeHere(files::encoded(deep, "png"));
        QVERIFY(decoded);
        const QColor seen = decoded->pixelColor(2, 2);
        QVERIFY(std::abs(seen.red() - 0x80) <= 1 && std::abs(seen.green() - 0x40) <= 1);
        QCOMPARE(seen.blue(), 255);
    }

    void wideColoursAreBroughtToSrgb()
    {
        // Telephones store Display P3: this red looks the same as sRGB's but has other numbers.
        const QColor red(200, 40, 40);
        QImage wide = files::filled(32, 32, red);
        wide.setColorSpace(QColorSpace::SRgb);
        wide.convertToColorSpace(QColorSpace::DisplayP3);
        QVERIFY(std::abs(wide.pixelColor(5, 5).red() - red.red()) > 8);
        for (const char* format : {"png", "jpeg"}) {
            const auto decoded = decodeHere(files::encoded(wide, format, 100));
            QVERIFY(decoded);
            const QColor seen = decoded->pixelColor(5, 5);
            QVERIFY2(std::abs(seen.red() - red.red()) < 5 &&
                         std::abs(seen.green() - red.green()) < 5 &&
                         std::abs(seen.blue() - red.blue()) < 5,
                     qPrintable(seen.name()));
        }
    }

    void whatFollowsThePictureIsNotLookedAt()
    {
        // Telephones append a second picture or a film; others a ZIP, which is no business of ours.
        for (const char* format : {"png", "jpeg"}) {
            const QByteArray clean = files::encoded(files::noise(40, 30), format, 90);
            const auto expected = decodeHere(clean);
            QVERIFY(expected);
            for (const QByteArray& tail : {QByteArray("PK\x03\x04 <script>alert(1)</script>"),
                                           clean, QByteArray(5000, '\0'), QByteArray("GIF89a")}) {
                const auto decoded = decodeHere(clean + tail);
                QVERIFY(decoded);
                QCOMPARE(*decoded, *expected);
            }
        }
    }

    void grayJpegIsTaken()
    {
        const QImage gray =
            files::filled(20, 20, QColor(90, 90, 90)).convertToFormat(QImage::Format_Grayscale8);
        const auto decoded = decodeHere(files::encoded(gray, "jpeg"));
        QVERIFY(decoded);
        QCOMPARE(decoded->format(), QImage::Format_RGB32);
        QVERIFY(std::abs(decoded->pixelColor(5, 5).red() - 90) < 4);
    }

    void cmykJpegIsTaken()
    {
        // Adobe's inverted CMYK, 16 × 16: left half red (0 % C, 100 % M Y), right half white.
        const auto decoded = decodeHere(readPicture("cmyk-red-white.jpg"));
        QVERIFY(decoded);
        QCOMPARE(decoded->size(), QSize(16, 16));
        const QColor left = decoded->pixelColor(2, 8);
        const QColor right = decoded->pixelColor(13, 8);
        QVERIFY2(left.red() > 200 && left.green() < 60 && left.blue() < 60,
                 qPrintable(left.name()));
        QVERIFY2(right.red() > 200 && right.green() > 200 && right.blue() > 200,
                 qPrintable(right.name()));
    }

    void transparencyLiesOnWhite()
    {
        QImage image(10, 10, QImage::Format_ARGB32);
        image.fill(QColor(255, 0, 0, 0));
        const auto decoded = decodeHere(files::encoded(image, "png"));
        QVERIFY(decoded);
        QCOMPARE(decoded->pixel(5, 5), 0xFFFFFFFFU);
    }

    void pngIsDecidedByContent()
    {
        // There is no name here at all; the header alone chooses the decoder.
        const auto decoded = decodeHere(files::encoded(files::quarters(20, 20), "png"));
        QVERIFY(decoded);
        QCOMPARE(cornerColours(*decoded), u"rgby"_s);
    }

    void hostileInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");

        const QByteArray jpeg = files::encoded(files::noise(64, 64), "jpeg");
        const QByteArray png = files::encoded(files::noise(64, 64), "png");
        QTest::newRow("empty") << QByteArray() << ErrorCode::Unreadable;
        QTest::newRow("text") << QByteArray("name,id\nSPECIMEN,1\n") << ErrorCode::Unreadable;
        QTest::newRow("huge header")
            << files::png(20'000, 20'000, files::deflatedZeros(1'000'000)) << ErrorCode::TooLarge;
        QTest::newRow("cut jpeg") << jpeg.first(jpeg.size() / 2) << ErrorCode::Unreadable;
        QTest::newRow("cut png") << png.first(png.size() / 2) << ErrorCode::Unreadable;
        QTest::newRow("fewer pixels than announced")
            << files::png(1000, 1000, files::deflatedZeros(5000)) << ErrorCode::Unreadable;
        QTest::newRow("GIF before a JPEG") << "GIF89a" + jpeg << ErrorCode::Unreadable;
        QTest::newRow("PDF before a PNG") << "%PDF-1.4\n" + png << ErrorCode::Unreadable;
        QTest::newRow("JPEG named by a PNG's magic")
            << files::pngMagic() + jpeg << ErrorCode::Unreadable;
        QTest::newRow("not deflate")
            << files::png(10, 10, QByteArray(400, 'x')) << ErrorCode::Unreadable;
        QByteArray flipped = png;
        flipped[png.size() / 2] = char(flipped[png.size() / 2] ^ 0x10);
        QTest::newRow("one bit of a png") << flipped << ErrorCode::Unreadable;
        QTest::newRow("animated") << files::withPngChunk(
                                         png, files::pngChunk("acTL", QByteArray(8, '\1')))
                                  << ErrorCode::Unreadable;
    }

    void hostileInputIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const ErrorCode, code);
        const auto decoded = decodeHere(bytes);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, code);
    }

private:
    static QByteArray readPicture(const char* name)
    {
        QFile file(QFINDTESTDATA("../../data/pictures/") + QString::fromLatin1(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("test picture missing");
        return file.readAll();
    }
};

QTEST_GUILESS_MAIN(TestDecodeWorker)
#include "tst_decode_worker.moc"
