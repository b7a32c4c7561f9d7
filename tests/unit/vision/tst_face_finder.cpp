// SPDX-License-Identifier: Apache-2.0
#include "app/vision/face_finder_p.h"

#include "app/core/paths.h"
#include "app/demo/photo_scene.h"
#include "app/imaging/mat_view_p.h"

#include <QPainter>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(handshake::PersonDesign)

class TestFaceFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        const auto limits = Thresholds::load(paths->data(u"vision/thresholds.json"_s));
        QVERIFY(limits);
        m_limits = *limits;
        auto finder = FaceFinder::load(Paths::cascades(), m_limits);
        QVERIFY(finder);
        m_finder = *std::move(finder);
    }

    void oneFaceIsFound_data()
    {
        QTest::addColumn<PersonDesign>("person");
        QTest::newRow("light") << PersonDesign{.seed = 3, .skinTone = 0.0};
        QTest::newRow("dark") << PersonDesign{.seed = 4, .skinTone = 1.0};
        QTest::newRow("glasses") << PersonDesign{.seed = 5, .glasses = true};
        QTest::newRow("long hair") << PersonDesign{.seed = 6, .longHair = true};
        QTest::newRow("bald, broad") << PersonDesign{.seed = 7, .build = 1.0, .bald = true};
        QTest::newRow("beard, slight") << PersonDesign{.seed = 8, .build = 0.0, .beard = true};
        QTest::newRow("half in the shadow") << PersonDesign{.seed = 9, .sideLight = 0.6};
        QTest::newRow("cap") << PersonDesign{.seed = 10, .wear = Wear::Cap};
    }

    void oneFaceIsFound()
    {
        QFETCH(const PersonDesign, person);
        SceneDesign scene;
        scene.size = {960, 540};
        scene.persons = {person};
        const auto faces = m_finder->find(grayCopy(drawPhotoScene(scene)));
        QCOMPARE(faces.size(), std::size_t(1));
        // The eyes are 0.735 of the figure's height above its lower edge, in the middle.
        const double height = scene.personHeight * scene.size.height();
        const cv::Point eyes(480, int(540 - height * 0.735));
        QVERIFY(faces.front().box.contains(eyes));
        QVERIFY(std::abs(faces.front().box.width - height * 2 / 7) < height * 0.09);
    }

    void darkAndSoftFaceIsFound()
    {
        SceneDesign scene;
        scene.size = {960, 540};
        scene.persons = {{.seed = 12, .skinTone = 0.85}};
        scene.brightness = 0.4;
        scene.blur = 1.6;
        scene.noise = 5;
        QCOMPARE(m_finder->find(grayCopy(drawPhotoScene(scene))).size(), std::size_t(1));
    }

    void everybodyIsCounted()
    {
        SceneDesign scene;
        scene.size = {960, 540};
        scene.personHeight = 0.6;
        scene.persons = {{.seed = 1}, {.seed = 2, .skinTone = 0.9}};
        QCOMPARE(peersOf(m_finder->find(grayCopy(drawPhotoScene(scene))), m_limits),
                 std::size_t(2));
        scene.persons.clear();
        QVERIFY(m_finder->find(grayCopy(drawPhotoScene(scene))).empty());
    }

    void emblemsAreNoFaces()
    {
        QImage wall(960, 540, QImage::Format_RGB32);
        wall.fill(QColor(60, 80, 130));
        QPainter painter(&wall);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < 8; ++i) {
            const QPointF at = QPoint(120 + 240 * (i % 4), 140 + 260 * (i / 4));
            painter.setBrush(QColor(225, 220, 200));
            painter.drawEllipse(at, 80, 96); // a face as children draw it
            painter.setBrush(QColor(60, 60, 70));
            for (const double side : {-1.0, 1.0})
                painter.drawEllipse(at + QPointF(side * 30, -18), 13, 9);
            painter.drawRoundedRect(QRectF(at.x() - 28, at.y() + 34, 56, 11), 5, 5);
        }
        painter.end();
        QVERIFY(m_finder->find(grayCopy(wall)).empty());
    }

private:
    Thresholds m_limits;
    std::unique_ptr<FaceFinder> m_finder;
};

QTEST_MAIN(TestFaceFinder)
#include "tst_face_finder.moc"
