// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/measure.h"
#include "support/picture_files.h"

#include <QPainter>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

/// A checkerboard with squares of this many pixels.
QImage board(QSize size, int square)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, (x / square + y / square) % 2 == 0 ? 0xFF404040 : 0xFFC0C0C0);
    }
    return image;
}

QImage blurred(const QImage& image, int factor)
{
    return image.scaled(image.size() / factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flatPictureHasNoSharpness()
    {
        QCOMPARE(sharpness(picture_files::filled(100, 100, Qt::gray), {}), 0.0);
    }

    void blurLowersSharpness()
    {
        const QImage sharp = board({320, 320}, 16);
        const double before = sharpness(sharp, {});
        const double after = sharpness(blurred(sharp, 8), {});
        QVERIFY2(before > 25 && after < before / 4,
                 qPrintable(u"%1 → %2"_s.arg(before).arg(after)));
    }

    void sharpnessDoesNotDependOnTheCamerasSize()
    {
        const double small = sharpness(board({320, 320}, 16), {});
        const double large = sharpness(board({1280, 1280}, 64), {});
        QVERIFY(large > small * 0.7 && large < small * 1.4);
    }

    void regionDecides()
    {
        QImage image = picture_files::filled(400, 200, Qt::gray);
        QPainter(&image).drawImage(200, 0, board({200, 200}, 10));
        QVERIFY(sharpness(image, {0, 0, 190, 200}) < 1);
        QVERIFY(sharpness(image, {200, 0, 200, 200}) > 100);
        QVERIFY(sharpness(image, {200, 0, 2000, 2000}) > 100); // clipped
        QCOMPARE(sharpness(image, {500, 500, 10, 10}), 0.0);
    }

    void exposureCountsDarkAndBright()
    {
        QImage image = picture_files::filled(100, 100, QColor(128, 128, 128));
        QPainter painter(&image);
        painter.fillRect(0, 0, 100, 25, Qt::black);
        painter.fillRect(0, 90, 100, 10, Qt::white);
        painter.end();
        const Exposure measured = exposure(image, {});
        QCOMPARE(measured.darkShare, 0.25);
        QCOMPARE(measured.brightShare, 0.10);
        QVERIFY(qAbs(measured.mean - (0.65 * 128 + 25.5)) < 0.5);
        QCOMPARE(exposure(image, {0, 0, 100, 25}).mean, 0.0);
        QCOMPARE(exposure(image, {200, 0, 5, 5}).mean, 0.0);
        QCOMPARE(exposure({}, {}).mean, 0.0);
    }

    void glareIsBurntOutPatches()
    {
        QImage card = picture_files::filled(400, 250, QColor(235, 238, 240));
        QCOMPARE(glareShare(card, {}), 0.0); // white paper is no glare
        QPainter painter(&card);
        painter.setBrush(Qt::white);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPoint(200, 125), 40, 40);
        painter.end();
        const double share = glareShare(card, {});
        QVERIFY2(qAbs(share - 3.1416 * 40 * 40 / (400 * 250)) < 0.004,
                 qPrintable(QString::number(share)));
        QVERIFY(glareShare(card, {180, 105, 40, 40}) > 0.95);
        QCOMPARE(glareShare(card, {0, 0, 100, 100}), 0.0);
    }

    void singleWhitePixelsAreNoGlare()
    {
        QImage card = picture_files::filled(400, 250, QColor(200, 200, 200));
        for (int x = 0; x < 400; x += 4)
            card.setPixel(x, 100, 0xFFFFFFFF);
        QCOMPARE(glareShare(card, {}), 0.0);
    }

    void saturatedColourIsNoGlare()
    {
        QCOMPARE(glareShare(picture_files::filled(50, 50, QColor(255, 255, 0)), {}), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
