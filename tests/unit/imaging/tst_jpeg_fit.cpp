// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/jpeg_fit.h"
#include "support/picture_files.h"

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
