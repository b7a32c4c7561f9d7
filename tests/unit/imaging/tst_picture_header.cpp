// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/picture_header.h"
#include "support/picture_files.h"

#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

class TestPictureHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePicturesAreKnown()
    {
        const QImage image = files::quarters(37, 21);
        const auto jpeg = readPictureHeader(files::encoded(image, "jpeg"));
        QVERIFY(jpeg);
        QCOMPARE(jpeg->mediaType, u"image/jpeg"_s);
        QCOMPARE(jpeg->size, QSize(37, 21));
        QCOMPARE(jpeg->orientation, 1);
        QVERIFY(!jpeg->takenAt);
        const auto png = readPictureHeader(files::encoded(image, "png"));
        QVERIFY(png);
        QCOMPARE(png->mediaType, u"image/png"_s);
        QCOMPARE(png->size, QSize(37, 21));
        QVERIFY(!png->animated);
    }

    void exifIsFoundInBothKinds()
    {
        const QByteArray exif = files::exifBlock(8, "2026:11:23 12:30:05");
        const QImage image = files::quarters(40, 20);
        const auto jpeg = readPictureHeader(files::withExif(files::encoded(image, "jpeg"), exif));
        QVERIFY(jpeg);
        QCOMPARE(jpeg->orientation, 8);
        QCOMPARE(jpeg->uprightSize(), QSize(20, 40));
        QVERIFY(jpeg->takenAt);
        const auto png = readPictureHeader(
            files::withPngChunk(files::encoded(image, "png"), files::pngChunk("eXIf", exif)));
        QVERIFY(png);
        QCOMPARE(png->orientation, 8);
    }

    void animationIsNoticed()
    {
        const auto header = readPictureHeader(files::withPngChunk(
            files::encoded(files::quarters(8, 8), "png"),
            files::pngChunk("acTL", files::bigEndian(2) + files::bigEndian(0))));
        QVERIFY(header);
        QVERIFY(header->animated);
    }

    void bytesBehindTheEndDoNotMatter()
    {
        const QImage image = files::quarters(8, 8);
        QVERIFY(readPictureHeader(files::encoded(image, "jpeg") + QByteArray(500, '\0')));
        QVERIFY(readPictureHeader(files::encoded(image, "png") + "<script>"));
    }

    void sizeLimits_data()
    {
        QTest::addColumn<quint32>("width");
        QTest::addColumn<quint32>("height");
        QTest::addColumn<bool>("permitted");

        QTest::newRow("one pixel") << 1U << 1U << true;
        QTest::newRow("largest side") << 12'000U << 4'166U << true;
        QTest::newRow("side over") << 12'001U << 1U << false;
        QTest::newRow("pixels over") << 12'000U << 4'167U << false;
        QTest::newRow("20000 squared") << 20'000U << 20'000U << false;
        QTest::newRow("product overflows 32 bits") << 0x10000U << 0x10001U << false;
        QTest::newRow("negative if signed") << 0xFFFFFFFFU << 1U << false;
    }

    void sizeLimits()
    {
        QFETCH(const quint32, width);
        QFETCH(const quint32, height);
        QFETCH(const bool, permitted);
        const auto header = readPictureHeader(files::png(width, height, files::deflatedZeros(10)));
        QCOMPARE(header.has_value(), permitted);
        if (!header)
            QCOMPARE(header.error().code, ErrorCode::TooLarge);
    }

    void jpegOverTheLimitIsRefused()
    {
        QByteArray jpeg = files::encoded(files::quarters(8, 8), "jpeg");
        const qsizetype frame = files::segmentAt(jpeg, 0xC0);
        QVERIFY(frame > 0);
        jpeg.replace(frame + 5, 4, QByteArray("\xFF\xFF\xFF\xFF", 4));
        const auto header = readPictureHeader(jpeg);
        QVERIFY(!header);
        QCOMPARE(header.error().code, ErrorCode::TooLarge);
    }

    void tooManyBytesAreRefused()
    {
        const auto header =
            readPictureHeader(QByteArray(qsizetype(PictureLimits::kMaxBytes + 1), '\0'));
        QVERIFY(!header);
        QCOMPARE(header.error().code, ErrorCode::TooLarge);
    }

    void othersAreRefusedByContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");

        QTest::newRow("empty") << QByteArray() << u"empty"_s;
        QTest::newRow("one byte") << QByteArray("\xFF") << u"not a picture"_s;
        QTest::newRow("text") << QByteArray("this is no picture\n") << u"not a picture"_s;
        QTest::newRow("gif") << QByteArray("GIF89a\1\0\1\0", 10) << u"GIF"_s;
        QTest::newRow("webp") << QByteArray("RIFF\0\0\0\0WEBPVP8 ", 16) << u"WebP"_s;
        QTest::newRow("bmp") << files::encoded(files::quarters(4, 4), "bmp") << u"BMP"_s;
        QTest::newRow("tiff") << QByteArray("II*\0\x08\0\0\0", 8) << u"TIFF"_s;
        QTest::newRow("heic") << QByteArray("\0\0\0\x18"
                                            "ftypheic",
                                            12)
                              << u"HEIC"_s;
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << u"PDF"_s;
        QTest::newRow("svg") << QByteArray("<svg xmlns=''/>") << u"SVG"_s;
    }

    void othersAreRefusedByContent()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, word);
        const auto header = readPictureHeader(bytes);
        QVERIFY(!header);
        QCOMPARE(header.error().code, ErrorCode::Unreadable);
        QVERIFY2(header.error().detail.contains(word), qPrintable(header.error().detail));
    }

    void everyCutIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("whole");
        const QImage image = files::noise(16, 16);
        QTest::newRow("jpeg") << files::withExif(files::encoded(image, "jpeg"),
                                                 files::exifBlock(6));
        QTest::newRow("png") << files::encoded(image, "png");
    }

    void everyCutIsNoticed()
    {
        QFETCH(const QByteArray, whole);
        QVERIFY(readPictureHeader(whole));
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto header = readPictureHeader(whole.first(length));
            QVERIFY2(!header, qPrintable(QString::number(length)));
            QCOMPARE(header.error().code, ErrorCode::Unreadable);
        }
    }

    void damagedJpegStructureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = files::encoded(files::quarters(16, 16), "jpeg");
        const qsizetype frame = files::segmentAt(whole, 0xC0);
        const qsizetype scan = files::segmentAt(whole, 0xDA);
        const qsizetype frameLength = 2 + 17;
        const auto with = [&](qsizetype at, char byte) {
            QByteArray changed = whole;
            changed[at] = byte;
            return changed;
        };
        QTest::newRow("arithmetic") << with(frame + 1, '\xC9');
        QTest::newRow("lossless") << with(frame + 1, '\xC3');
        QTest::newRow("12 bits") << with(frame + 4, 12);
        QTest::newRow("two components") << with(frame + 9, 2);
        QTest::newRow("no height") << QByteArray(whole).replace(frame + 5, 2, QByteArray(2, '\0'));
        QTest::newRow("size twice")
            << QByteArray(whole).insert(frame, whole.sliced(frame, frameLength));
        QTest::newRow("no size") << QByteArray(whole).remove(frame, frameLength);
        QTest::newRow("begins twice") << QByteArray(whole).insert(2, QByteArray("\xFF\xD8", 2));
        QTest::newRow("no pixels") << whole.first(scan) + QByteArray("\xFF\xD9", 2);
        QTest::newRow("segment of length 1")
            << QByteArray(whole).insert(2, QByteArray("\xFF\xE5\0\1", 4));
        QTest::newRow("no marker") << QByteArray(whole).insert(2, "xx");
    }

    void damagedJpegStructureIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto header = readPictureHeader(bytes);
        QVERIFY(!header);
        QCOMPARE(header.error().code, ErrorCode::Unreadable);
    }

    void endlessPassesAreRefused()
    {
        const QByteArray whole = files::encoded(files::quarters(16, 16), "jpeg");
        const qsizetype scan = files::segmentAt(whole, 0xDA);
        const QByteArray pass = whole.sliced(scan, whole.size() - scan - 2);
        const QByteArray bomb = whole.first(scan) + pass.repeated(150) + whole.last(2);
        const auto header = readPictureHeader(bomb);
        QVERIFY(!header);
        QCOMPARE(header.error().code, ErrorCode::TooLarge);
    }

    void damagedPngStructureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = files::encoded(files::quarters(16, 16), "png");
        const auto with = [&](qsizetype at, char byte) {
            QByteArray changed = whole;
            changed[at] = byte;
            return changed;
        };
        QTest::newRow("header missing") << QByteArray(whole).remove(8, 25);
        QTest::newRow("header twice") << QByteArray(whole).insert(33, whole.sliced(8, 25));
        QTest::newRow("depth 3") << with(24, 3);
        QTest::newRow("colour type 5") << with(25, 5);
        QTest::newRow("palette of 16 bits") << files::png(4, 4, files::deflatedZeros(100), 16, 3);
        QTest::newRow("compression 1") << with(26, 1);
        QTest::newRow("interlace 2") << with(28, 2);
        QTest::newRow("no width") << files::png(0, 4, files::deflatedZeros(100));
        QTest::newRow("no pixels")
            << files::pngMagic() + whole.sliced(8, 25) + files::pngChunk("IEND", {});
        QTest::newRow("chunk longer than the file")
            << whole.first(33) + QByteArray("\x7F\xFF\xFF\xFFIDAT", 8) + QByteArray(64, 'x');
    }

    void damagedPngStructureIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto header = readPictureHeader(bytes);
        QVERIFY(!header);
        QCOMPARE(header.error().code, ErrorCode::Unreadable);
    }
};

QTEST_GUILESS_MAIN(TestPictureHeader)
#include "tst_picture_header.moc"
