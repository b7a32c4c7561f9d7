// SPDX-License-Identifier: Apache-2.0
#include "app/demo/lively_frames.h"

#include <QTest>

using namespace handshake;

class TestLivelyFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoStandsThereSwaysAndTheWallDoesNot()
    {
        SceneDesign scene;
        scene.size = {320, 240};
        const QImage photo = drawPhotoScene(scene);
        const std::vector<QImage> frames = livelyFrames(photo, scene);
        QCOMPARE(frames.size(), std::size_t(36));
        const QRect head(120, 50, 80, 90);
        const QRect corner(0, 0, 40, 40);
        QVERIFY(frames[0].copy(head) != frames[9].copy(head));
        QVERIFY(frames[0].copy(corner) == frames[9].copy(corner));
        QCOMPARE(frames[0].cacheKey(), frames[2].cacheKey()); // one pose, shown three times
        QVERIFY(frames[2].cacheKey() != frames[3].cacheKey());
    }

    void theSameSceneMovesTheSame()
    {
        SceneDesign scene;
        scene.size = {160, 120};
        const QImage photo = drawPhotoScene(scene);
        QVERIFY(livelyFrames(photo, scene)[15] == livelyFrames(photo, scene)[15]);
        QVERIFY(livelyFrames({}, scene).empty());
    }
};

QTEST_MAIN(TestLivelyFrames)
#include "tst_lively_frames.moc"
