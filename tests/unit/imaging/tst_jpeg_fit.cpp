// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/jpeg_fit.h"

#include "app/imaging/picture_header.h"
#include "support/picture_files.h"

#include <QColorSpace>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;
namespace files = handshake::picture_files;

namespace {

/// As much structure as a portrait before a curtain has: soft shapes with a little camera noise.
QImage portrait(QSize size)
{
    QImage image = files::noise(size.width() / 8, size.height() / 8)
                       .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QPainter painter(&image);
    painter.setOpacity(0.75);
    painter.fillRect(image.rect(), QColor(40, 90, 170));
    painter.setOpacity(1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(224, 182, 150));
    painter.drawEllipse(image.rect().center(), size.height() / 5, size.height() / 4);
    painter.setOpacity(0.06);
    painter.drawImage(0, 0, files::noise(size.width(), size.height(), 7));
    return image;
}

qsizetype base64Length(const QByteArray& bytes)
{
    return bytes.toBase64().size();
}

} // namespace

class TestJpegFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitIsKeptAndUsed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qsizetype>("limit");
        QTest::newRow("photo") << QSize(800, 600) << qsizetype(100 * 1024);
        QTest::newRow("larger photo") << QSize(1024, 768) << qsizetype(100 * 1024);
        QTest::newRow("form") << QSize(1240, 1754) << qsizetype(150 * 1024);
        QTest::newRow("tight") << QSize(800, 600) << qsizetype(40 * 1024);
    }

    void limitIsKeptAndUsed()
    {
        QFETCH(const QSize, size);
        QFETCH(const qsizetype, limit);
        const QImage image = portrait(size);
        JpegLimit rules;
        rules.maxBase64 = limit;
        const auto fitted = fitJpeg(image, rules);
        QVERIFY(fitted);
        QCOMPARE(fitted->size, size);
        QVERIFY(base64Length(fitted->bytes) <= limit);
        QVERIFY(fitted->quality >= rules.minQuality && fitted->quality <= rules.maxQuality);
        if (fitted->quality < rules.maxQuality) {
            const auto better = encodeJpeg(image, fitted->quality + 1);
            QVERIFY(better);
            QVERIFY2(base64Length(*better) > limit, qPrintable(QString::number(fitted->quality)));
        }
        QCOMPARE(QImage::fromData(fitted->bytes).size(), size);
    }

    void limitIsTheLengthOfTheBase64Text()
    {
        // A limit of exactly what a quality needs is kept by that quality; one less is not.
        const QImage image = portrait({320, 240});
        for (const int quality : {40, 61, 85}) {
            const auto known = encodeJpeg(image, quality);
            const auto next = encodeJpeg(image, quality + 1);
            QVERIFY(known && next && next->size() > known->size() + 4);
            JpegLimit rules;
            rules.maxBase64 = base64Length(*known);
            const auto fits = fitJpeg(image, rules);
            QVERIFY(fits);
            QCOMPARE(fits->quality, quality);
            QCOMPARE(fits->bytes, *known);
            --rules.maxBase64;
            const auto lower = fitJpeg(image, rules);
            QVERIFY(lower);
            QVERIFY(lower->quality < quality);
            QVERIFY(base64Length(lower->bytes) <= rules.maxBase64);
        }
    }

    void moreRoomIsNeverWorse()
    {
        const QImage image = portrait({400, 300});
        int quality = 0;
        int side = 0;
        for (qsizetype limit = 3000; limit < 200'000; limit += limit / 5) {
            JpegLimit rules;
            rules.maxBase64 = limit;
            const auto fitted = fitJpeg(image, rules);
            if (!fitted) {
                QCOMPARE(fitted.error().code, ErrorCode::TooLarge);
                QCOMPARE(side, 0); // once it fits, it fits with more room
                continue;
            }
            QVERIFY(base64Length(fitted->bytes) <= limit);
            QVERIFY(fitted->size.width() >= side);
            if (fitted->size.width() == side)
                QVERIFY(fitted->quality >= quality);
            side = fitted->size.width();
            quality = fitted->quality;
        }
        QCOMPARE(side, 400);
        QCOMPARE(quality, 95);
    }

    void nothingButPixelsIsWritten()
    {
        // The authority's form takes plain baseline JPEG; where and with what it was taken is none
        // of its business.
        QImage image = portrait({320, 240});
        image.setText(u"Description"_s, u"SPECIMEN secret"_s);
        image.setText(u"Author"_s, u"SPECIMEN secret"_s);
        image.setColorSpace(QColorSpace::SRgb);
        const auto fitted = fitJpeg(image, {});
        QVERIFY(fitted);
        const QByteArray& bytes = fitted->bytes;
        QVERIFY(!bytes.contains("secret"));
        QVERIFY(!bytes.contains("Exif"));
        QVERIFY(!bytes.contains("ICC_PROFILE"));
        QVERIFY(files::segmentAt(bytes, 0xC0) > 0);    // baseline
        QVERIFY(files::segmentAt(bytes, 0xC2) < 0);    // not progressive
        QVERIFY(files::segmentAt(bytes, 0xFE) < 0);    // no comment
        QVERIFY(bytes.startsWith("\xFF\xD8\xFF\xE0")); // JFIF
        QVERIFY(bytes.endsWith("\xFF\xD9"));
        const auto header = readPictureHeader(bytes);
        QVERIFY(header);
        QCOMPARE(header->orientation, 1);
        QVERIFY(!header->takenAt);
    }

    void anyFormatIsTaken()
    {
        for (const auto format :
             {QImage::Format_Grayscale8, QImage::Format_ARGB32_Premultiplied, QImage::Format_RGB888,
              QImage::Format_RGBA64, QImage::Format_Indexed8}) {
            const auto fitted = fitJpeg(portrait({320, 240}).convertToFormat(format), {});
            QVERIFY(fitted);
            QCOMPARE(fitted->size, QSize(320, 240));
        }
    }

    void longNarrowPictureKeepsItsShape()
    {
        JpegLimit rules;
        rules.maxBase64 = 20 * 1024;
        rules.minQuality = 80;
        const auto fitted = fitJpeg(files::noise(3000, 7), rules);
        QVERIFY(fitted);
        QVERIFY(fitted->size.height() >= 1);
        QVERIFY(fitted->size.width() >= 320);
        QVERIFY(base64Length(fitted->bytes) <= rules.maxBase64);
    }

    void smallPictureGetsTheHighestQuality()
    {
        const auto fitted = fitJpeg(files::quarters(200, 100), {});
        QVERIFY(fitted);
        QCOMPARE(fitted->quality, 95);
        QCOMPARE(fitted->size, QSize(200, 100));
    }

    void targetSizeIsAnUpperBound()
    {
        JpegLimit rules;
        rules.targetSize = {800, 600};
        const auto large = fitJpeg(portrait({1600, 1000}), rules);
        QVERIFY(large);
        QCOMPARE(large->size, QSize(800, 500));
        const auto small = fitJpeg(portrait({640, 480}), rules);
        QVERIFY(small);
        QCOMPARE(small->size, QSize(640, 480));
    }

    void roughPictureIsMadeSmaller()
    {
        JpegLimit rules;
        rules.minQuality = 60;
        const auto fitted = fitJpeg(files::noise(1600, 1200), rules);
        QVERIFY(fitted);
        QVERIFY(fitted->size.width() < 1600);
        QVERIFY(fitted->size.width() >= 320);
        QVERIFY(qAbs(fitted->size.width() * 3 - fitted->size.height() * 4) <= 4);
        QVERIFY(fitted->quality >= 60);
        QVERIFY(base64Length(fitted->bytes) <= rules.maxBase64);
        QVERIFY(base64Length(fitted->bytes) > rules.maxBase64 * 8 / 10);
    }

    void impossibleLimitIsAnError()
    {
        JpegLimit rules;
        rules.maxBase64 = 4000;
        rules.minQuality = 90;
        rules.minLongSide = 1000;
        const auto refused = fitJpeg(files::noise(1600, 1200), rules);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    }

    void sameInputSameBytes()
    {
        const QImage image = portrait({1024, 768});
        const auto first = fitJpeg(image, {});
        const auto second = fitJpeg(image, {});
        QVERIFY(first && second);
        QCOMPARE(first->bytes, second->bytes);
    }

    void nonsenseIsRefused()
    {
        QCOMPARE(fitJpeg({}, {}).error().code, ErrorCode::InvalidInput);
        JpegLimit rules;
        rules.minQuality = 96;
        QCOMPARE(fitJpeg(files::quarters(8, 8), rules).error().code, ErrorCode::InvalidInput);
        rules.minQuality = 0;
        QCOMPARE(fitJpeg(files::quarters(8, 8), rules).error().code, ErrorCode::InvalidInput);
        rules = {};
        rules.maxBase64 = 0;
        QCOMPARE(fitJpeg(files::quarters(8, 8), rules).error().code, ErrorCode::InvalidInput);
    }

    void onePixelFits()
    {
        const auto fitted = fitJpeg(files::filled(1, 1, Qt::blue), {});
        QVERIFY(fitted);
        QCOMPARE(fitted->size, QSize(1, 1));
    }

    void fittingIsQuick()
    {
        const QImage image = portrait({1024, 768});
        QElapsedTimer time;
        time.start();
        const auto fitted = fitJpeg(image, {});
        const qint64 spent = time.elapsed();
        QVERIFY(fitted);
        qInfo("1024 x 768: %lld ms, quality %d", spent, fitted->quality);
        QVERIFY(spent < 10 * 125);
    }
};

QTEST_GUILESS_MAIN(TestJpegFit)
#include "tst_jpeg_fit.moc"
