// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/geometry.h"
#include "support/picture_files.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>

using namespace handshake;
using namespace Qt::StringLiterals;

namespace {

bool isNear(QRgb a, const QColor& b, int tolerance = 12)
{
    return std::abs(qRed(a) - b.red()) <= tolerance &&
           std::abs(qGreen(a) - b.green()) <= tolerance &&
           std::abs(qBlue(a) - b.blue()) <= tolerance;
}

QImage sheetWithBlock(QSize size, QRect block)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(250, 250, 248));
    QPainter(&image).fillRect(block, Qt::darkRed);
    return image;
}

} // namespace

class TestGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePictureRectifiesToItself()
    {
        const QImage image = picture_files::quarters(80, 60);
        const auto same = rectify(image, QPolygonF{{{0, 0}, {80, 0}, {80, 60}, {0, 60}}}, {80, 60});
        QVERIFY(same);
        QCOMPARE(*same, image);
    }

    void sheetSeenAskewComesStraight_data()
    {
        QTest::addColumn<QPolygonF>("corners");
        QTest::newRow("shifted") << QPolygonF{{{40, 30}, {340, 30}, {340, 230}, {40, 230}}};
        QTest::newRow("keystone") << QPolygonF{{{80, 40}, {320, 60}, {370, 270}, {30, 250}}};
        QTest::newRow("turned half round")
            << QPolygonF{{{340, 230}, {40, 230}, {40, 30}, {340, 30}}};
    }

    void sheetSeenAskewComesStraight()
    {
        QFETCH(const QPolygonF, corners);
        const QImage sheet = picture_files::quarters(300, 200);
        QImage photo = picture_files::filled(400, 300, Qt::gray);
        QTransform seen;
        QVERIFY(QTransform::quadToQuad(QPolygonF{{{0, 0}, {300, 0}, {300, 200}, {0, 200}}}, corners,
                                       seen));
        {
            QPainter painter(&photo);
            painter.setTransform(seen);
            painter.drawImage(0, 0, sheet);
        }
        const auto straight = rectify(photo, corners, {300, 200});
        QVERIFY(straight);
        QCOMPARE(straight->size(), QSize(300, 200));
        QVERIFY(isNear(straight->pixel(75, 50), Qt::red));
        QVERIFY(isNear(straight->pixel(225, 50), Qt::green));
        QVERIFY(isNear(straight->pixel(75, 150), Qt::blue));
        QVERIFY(isNear(straight->pixel(225, 150), Qt::yellow));
        // The middle cross is where it belongs, to within two pixels.
        QVERIFY(isNear(straight->pixel(147, 50), Qt::red));
        QVERIFY(isNear(straight->pixel(152, 50), Qt::green));
    }

    void strongShrinkingDoesNotAlias()
    {
        QImage stripes(2000, 400, QImage::Format_RGB32);
        for (int x = 0; x < stripes.width(); ++x)
            QPainter(&stripes).fillRect(x, 0, 1, 400, x % 2 == 0 ? Qt::black : Qt::white);
        const auto small =
            rectify(stripes, QPolygonF{{{0, 0}, {2000, 0}, {2000, 400}, {0, 400}}}, {250, 50});
        QVERIFY(small);
        for (int x = 5; x < 245; ++x)
            QVERIFY(isNear(small->pixel(x, 25), QColor(128, 128, 128), 20));
    }

    void outsideIsWhite()
    {
        const auto wide =
            rectify(picture_files::filled(50, 50, Qt::black),
                    QPolygonF{{{-50, -50}, {100, -50}, {100, 100}, {-50, 100}}}, {150, 150});
        QVERIFY(wide);
        QVERIFY(isNear(wide->pixel(10, 10), Qt::white));
        QVERIFY(isNear(wide->pixel(75, 75), Qt::black));
    }

    void nonsenseCornersAreRefused_data()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::addColumn<QPolygonF>("corners");
        QTest::newRow("three") << QPolygonF{{{0, 0}, {9, 0}, {9, 9}}};
        QTest::newRow("crossed") << QPolygonF{{{0, 0}, {90, 90}, {90, 0}, {0, 90}}};
        QTest::newRow("mirrored") << QPolygonF{{{90, 0}, {0, 0}, {0, 90}, {90, 90}}};
        QTest::newRow("on a line") << QPolygonF{{{0, 0}, {30, 0}, {60, 0}, {90, 0}}};
        QTest::newRow("dent") << QPolygonF{{{0, 0}, {90, 0}, {20, 20}, {0, 90}}};
        QTest::newRow("not numbers") << QPolygonF{{{nan, 0}, {90, 0}, {90, 90}, {0, 90}}};
    }

    void nonsenseCornersAreRefused()
    {
        QFETCH(const QPolygonF, corners);
        const auto refused = rectify(picture_files::filled(90, 90, Qt::red), corners, {50, 50});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }

    void nonsenseSizesAreRefused()
    {
        const QPolygonF corners{{{0, 0}, {90, 0}, {90, 90}, {0, 90}}};
        const QImage image = picture_files::filled(90, 90, Qt::red);
        QVERIFY(!rectify(image, corners, {0, 50}));
        QVERIFY(!rectify(image, corners, {20'000, 50}));
        QVERIFY(!rectify(image, corners, {11'000, 11'000}));
        QVERIFY(!rectify({}, corners, {50, 50}));
    }

    void cropKeepsTheRatio_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<QSizeF>("ratio");
        QTest::addColumn<QRect>("keep");
        QTest::addColumn<QRect>("expected");

        QTest::newRow("middle") << QSize(1920, 1080) << QSizeF(4, 3) << QRect()
                                << QRect(240, 0, 1440, 1080);
        QTest::newRow("same ratio in other words")
            << QSize(1920, 1080) << QSizeF(800, 600) << QRect() << QRect(240, 0, 1440, 1080);
        QTest::newRow("face at the left edge")
            << QSize(1920, 1080) << QSizeF(4, 3) << QRect(0, 100, 300, 300)
            << QRect(0, 0, 1440, 1080);
        QTest::newRow("face right of the middle")
            << QSize(1920, 1080) << QSizeF(4, 3) << QRect(1000, 100, 201, 300)
            << QRect(381, 0, 1440, 1080);
        QTest::newRow("upright picture") << QSize(600, 1000) << QSizeF(4, 3)
                                         << QRect(0, 800, 600, 200) << QRect(0, 550, 600, 450);
        QTest::newRow("nothing to cut")
            << QSize(800, 600) << QSizeF(4, 3) << QRect() << QRect(0, 0, 800, 600);
        QTest::newRow("keep outside")
            << QSize(800, 600) << QSizeF(1, 1) << QRect(900, 0, 10, 10) << QRect(100, 0, 600, 600);
        QTest::newRow("no ratio") << QSize(800, 600) << QSizeF(0, 3) << QRect()
                                  << QRect(0, 0, 800, 600);
        QTest::newRow("one pixel") << QSize(1, 1) << QSizeF(4, 3) << QRect() << QRect(0, 0, 1, 1);
    }

    void cropKeepsTheRatio()
    {
        QFETCH(const QSize, picture);
        QFETCH(const QSizeF, ratio);
        QFETCH(const QRect, keep);
        QFETCH(const QRect, expected);
        QCOMPARE(cropRect(picture, ratio, keep), expected);
        QCOMPARE(cropToRatio(QImage(picture, QImage::Format_RGB32), ratio, keep).size(),
                 expected.size());
    }

    void whatFitsIsKept()
    {
        for (int left = 0; left <= 1300; left += 13) {
            const QRect keep(left, 200, 600, 700);
            QVERIFY(cropRect({1920, 1080}, {4, 3}, keep).contains(keep));
        }
    }

    void stackedSidesHaveOneWidth()
    {
        const QImage stacked = stackVertically(picture_files::filled(400, 250, Qt::red),
                                               picture_files::filled(200, 130, Qt::blue));
        QCOMPARE(stacked.size(), QSize(400, 250 + 8 + 260));
        QVERIFY(isNear(stacked.pixel(200, 249), Qt::red));
        QVERIFY(isNear(stacked.pixel(200, 253), Qt::white));
        QVERIFY(isNear(stacked.pixel(200, 258), Qt::blue));
        QVERIFY(isNear(stacked.pixel(399, 517), Qt::blue));
    }

    void stackingOneSideGivesThatSide()
    {
        const QImage side = picture_files::filled(40, 25, Qt::red);
        QCOMPARE(stackVertically(side, {}), side);
        QCOMPARE(stackVertically({}, side), side);
    }

    void whiteMarginGoes()
    {
        const QRect block(700, 400, 900, 1500);
        const QImage trimmed = trimMargin(sheetWithBlock({2480, 3508}, block));
        const QRect kept = contentRect(sheetWithBlock({2480, 3508}, block));
        QCOMPARE(trimmed.size(), kept.size());
        QVERIFY(kept.contains(block));
        QVERIFY(block.adjusted(-60, -60, 60, 60).contains(kept));
    }

    void dustIsNoContent()
    {
        QImage sheet = sheetWithBlock({2000, 2000}, {500, 500, 1000, 1000});
        QPainter(&sheet).fillRect(20, 1980, 5, 5, Qt::black);
        QVERIFY(!contentRect(sheet).contains(20, 1980));
    }

    void aThinFrameIsContent()
    {
        QImage sheet = sheetWithBlock({1000, 1000}, {400, 400, 200, 200});
        {
            QPainter painter(&sheet);
            painter.setPen(QPen(Qt::black, 1));
            painter.drawRect(50, 50, 900, 900);
        }
        QVERIFY(contentRect(sheet).contains(QRect(50, 50, 901, 901)));
    }

    void palePaperIsContent()
    {
        QImage sheet = sheetWithBlock({600, 600}, {290, 290, 20, 20});
        QPainter(&sheet).fillRect(100, 100, 400, 400, QColor(255, 225, 200));
        QVERIFY(contentRect(sheet).contains(QRect(100, 100, 400, 400)));
    }

    void emptySheetStaysAsItIs()
    {
        const QImage blank = picture_files::filled(300, 200, Qt::white);
        QCOMPARE(trimMargin(blank), blank);
        QVERIFY(trimMargin({}).isNull());
    }
};

QTEST_GUILESS_MAIN(TestGeometry)
#include "tst_geometry.moc"
