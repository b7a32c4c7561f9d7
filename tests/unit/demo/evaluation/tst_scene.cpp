// SPDX-License-Identifier: Apache-2.0
#include "app/demo/evaluation/scene.h"

#include <QImage>
#include <QTest>

using namespace handshake::evaluation;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(handshake::evaluation::SceneKind)

class TestScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSampleIsTheSamePicture()
    {
        const SampleDesign sample = plain(SceneKind::Right);
        QCOMPARE(drawScene(sample).jpeg, drawScene(sample).jpeg);
    }

    void truthFitsTheKind_data()
    {
        QTest::addColumn<SceneKind>("kind");
        QTest::addColumn<int>("faces");
        QTest::addColumn<bool>("hasCurtain");
        QTest::addColumn<bool>("mustAccept");
        QTest::newRow("right") << SceneKind::Right << 1 << true << true;
        QTest::newRow("mirrored") << SceneKind::Mirrored << 1 << true << false;
        QTest::newRow("wall") << SceneKind::Wall << 1 << false << false;
        QTest::newRow("nobody") << SceneKind::NoFace << 0 << true << false;
        QTest::newRow("two") << SceneKind::TwoFaces << 2 << true << false;
        QTest::newRow("pasted") << SceneKind::Pasted << 1 << true << false;
        QTest::newRow("screen") << SceneKind::Screen << 1 << true << false;
    }

    void truthFitsTheKind()
    {
        QFETCH(const SceneKind, kind);
        const EvaluationPicture picture = drawScene(plain(kind));
        QFETCH(const int, faces);
        QFETCH(const bool, hasCurtain);
        QTEST(picture.truth.mustAccept, "mustAccept");
        QCOMPARE(int(picture.truth.faces.size()), faces);
        QCOMPARE(picture.truth.coverage > 0.5, hasCurtain);
        QCOMPARE(QImage::fromData(picture.jpeg).size(), QSize(320, 240));
        QVERIFY(!picture.truth.undecided);
        const SceneTruth again = truthFromJson(truthToJson(picture.truth));
        QCOMPARE(truthToJson(again), truthToJson(picture.truth));
    }

    void faceIsWhereTheTruthSays()
    {
        const EvaluationPicture picture = drawScene(plain(SceneKind::Wall));
        const QImage image = QImage::fromData(picture.jpeg);
        const QRectF face = picture.truth.faces.front();
        // Skin is redder than a wall and than hair; the wall of this seed is not red.
        const QColor cheek =
            image.pixelColor((face.center() + QPointF(0, face.height() * 0.25)).toPoint());
        QVERIFY(cheek.red() > cheek.blue() + 20);
        QVERIFY(std::abs(face.center().x() - 160) < 4);
    }

    void changeIsVisibleOnlyWhereItIsInView()
    {
        // The slogan of this provider stands at the upper left.
        SampleDesign sample = plain(SceneKind::OlderSmall);
        sample.take.size = {640, 480};
        sample.shown.edition = Edition::OlderSmall;
        QVERIFY(drawScene(sample).truth.change == ChangeView::Visible);
        sample.take.fill = 0.4;
        sample.take.aside = 350;
        QVERIFY(drawScene(sample).truth.change == ChangeView::Hidden);
    }

    void picturesOfABurstDiffer()
    {
        const auto burst = drawBurst(plain(SceneKind::Right), 3);
        QCOMPARE(burst.size(), 3U);
        QVERIFY(burst[0].jpeg != burst[1].jpeg);
        QVERIFY(burst[1].truth.faces[0] != burst[2].truth.faces[0]);
    }

private:
    static SampleDesign plain(SceneKind kind)
    {
        SampleDesign sample;
        sample.kind = kind;
        sample.take.size = {320, 240};
        sample.take.fill = 0.95;
        if (kind != SceneKind::NoFace)
            sample.people.push_back({figureOf(0), 0.5, 0.1});
        if (kind == SceneKind::TwoFaces) {
            sample.people[0].across = 0.3;
            sample.people.push_back({figureOf(0), 0.7, 0.1});
        }
        return sample;
    }
};

QTEST_MAIN(TestScene)
#include "tst_scene.moc"
