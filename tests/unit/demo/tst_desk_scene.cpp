// SPDX-License-Identifier: Apache-2.0
#include "app/demo/desk_scene.h"

#include <QTest>

using namespace handshake;

namespace {

QImage paper()
{
    QImage image(400, 250, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
}

DeskScene quiet()
{
    DeskScene scene;
    scene.size = QSize(640, 480);
    scene.noise = 0;
    scene.blur = 0;
    scene.lightGradient = 0;
    return scene;
}

} // namespace

class TestDeskScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedGivesTheSamePicture()
    {
        DeskScene scene = quiet();
        scene.noise = 4;
        scene.clutter = true;
        const QImage one = drawOnDesk(paper(), scene).image;
        QCOMPARE(drawOnDesk(paper(), scene).image, one);
        scene.seed = 2;
        QVERIFY(drawOnDesk(paper(), scene).image != one);
    }

    void cornersAreWhereThePaperIs()
    {
        DeskScene scene = quiet();
        scene.tiltX = 10;
        scene.roll = 6;
        const DeskPicture picture = drawOnDesk(paper(), scene);
        const QPointF centre = picture.corners.boundingRect().center();
        for (const QPointF& corner : picture.corners) {
            const QPointF inside = corner + ((centre - corner) * 0.05);
            QVERIFY(picture.image.pixelColor(inside.toPoint()).lightness() > 200);
            // Away from the shadow, which falls to the lower right.
            const QPointF outside = corner + ((corner - centre) * 0.05);
            QVERIFY(picture.image.pixelColor(outside.toPoint()).lightness() < 150);
        }
    }

    void upsideDownTurnsTheCorners()
    {
        DeskScene scene = quiet();
        scene.roll = 180;
        const QPolygonF corners = drawOnDesk(paper(), scene).corners;
        QVERIFY(corners[0].x() > corners[1].x());
        QVERIFY(corners[0].y() > corners[3].y());
    }

    void anEmptyDeskIsDark()
    {
        const QImage desk = drawEmptyDesk(quiet());
        QCOMPARE(desk.size(), QSize(640, 480));
        QVERIFY(desk.pixelColor(320, 240).lightness() < 150);
    }
};

QTEST_MAIN(TestDeskScene)
#include "tst_desk_scene.moc"
