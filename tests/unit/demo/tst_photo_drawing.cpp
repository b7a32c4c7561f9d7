// SPDX-License-Identifier: Apache-2.0
#include "app/demo/photo_scene.h"

#include <QTest>

using namespace handshake;

class TestPhotoDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameDesignGivesTheSamePixels()
    {
        SceneDesign scene;
        scene.size = {320, 240};
        QVERIFY(drawPhotoScene(scene) == drawPhotoScene(scene));
    }

    void seedsGiveDifferentPersons()
    {
        const QSize size(200, 200);
        QVERIFY(drawPerson({.seed = 1}, size) != drawPerson({.seed = 2}, size));
        QVERIFY(drawPerson({.seed = 1, .skinTone = 0.1}, size) !=
                drawPerson({.seed = 1, .skinTone = 0.9}, size));
    }

    void personStandsOnATransparentGround()
    {
        const QImage person = drawPerson({}, {200, 200});
        QCOMPARE(qAlpha(person.pixel(2, 2)), 0);
        QCOMPARE(qAlpha(person.pixel(100, 70)), 255);
    }

    void portraitHasAWhiteGround()
    {
        const QImage portrait = drawPortrait({}, {160, 200});
        QCOMPARE(portrait.size(), QSize(160, 200));
        QCOMPARE(portrait.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(portrait.pixelColor(80, 90) != QColor(Qt::white));
    }

    void textsLieWhereTheyAreSaidToLie()
    {
        BackdropDesign design;
        design.size = {900, 600};
        const QImage artwork = drawBackdrop(design);
        const auto texts = backdropTexts(design);
        QCOMPARE(texts.front().text, design.provider);
        for (const BackdropText& text : texts) {
            int white = 0;
            const QRect box(int(text.box.x() * 900), int(text.box.y() * 600),
                            int(text.box.width() * 900), int(text.box.height() * 600));
            QVERIFY(artwork.rect().contains(box));
            for (int x = box.left(); x <= box.right(); ++x)
                white += qGray(artwork.pixel(x, box.center().y())) > 220 ? 1 : 0;
            QVERIFY(white > box.width() / 20);
        }
    }

    void mirroredArtworkIsTheMirrorImage()
    {
        BackdropDesign design;
        design.size = {300, 200};
        const QImage artwork = drawBackdrop(design);
        design.mirrored = true;
        QVERIFY(drawBackdrop(design) == artwork.mirrored(true, false));
    }

    void emptySizesGiveNullPictures()
    {
        QVERIFY(drawPerson({}, {}).isNull());
        QVERIFY(drawPortrait({}, {}).isNull());
        BackdropDesign design;
        design.size = {};
        QVERIFY(drawBackdrop(design).isNull());
        SceneDesign scene;
        scene.size = {0, 10};
        QVERIFY(drawPhotoScene(scene).isNull());
    }
};

QTEST_MAIN(TestPhotoDrawing)
#include "tst_photo_drawing.moc"
