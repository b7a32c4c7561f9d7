// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"
#include "app/demo/photo_scene.h"
#include "app/vision/photo_checker.h"
#include "tests/support/backdrop_specimen.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>

using namespace handshake;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(handshake::SceneDesign)

/// What the backdrop's checks say about drawn scenes: right ones under hard conditions, and
/// attacks.
class TestBackdropScenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        auto checker =
            PhotoChecker::create({Paths::cascades(), paths->data(u"vision/thresholds.json"_s)});
        QVERIFY(checker);
        m_checker = *std::move(checker);
        for (const BackdropLayout layout :
             {BackdropLayout::Central, BackdropLayout::Tonal, BackdropLayout::Mural}) {
            BackdropDesign older = design(layout);
            older.badge = 9;
            LearnRequest request = specimenRequest(design(layout));
            request.older = {drawBackdrop(older)};
            const auto learnt =
                learnBackdrop(request, m_dir.filePath(QString::number(int(layout))));
            QVERIFY(learnt);
            m_profiles.insert({layout, learnt->profile});
        }
    }

    void rightBackdropIsAccepted_data()
    {
        QTest::addColumn<SceneDesign>("scene");
        SceneDesign scene = plainScene(BackdropLayout::Tonal);
        QTest::newRow("tone on tone") << scene;
        scene = plainScene(BackdropLayout::Mural);
        scene.backdropScale = 1.5;
        scene.yawDegrees = 12;
        QTest::newRow("mural, a part of it") << scene;
        scene = plainScene(BackdropLayout::Central);
        scene.furniture = 0.25;
        scene.shadow = 0.6;
        scene.folds = 0.8;
        QTest::newRow("furniture, shadow, folds") << scene;
        scene = plainScene(BackdropLayout::Central);
        scene.brightness = 0.6;
        scene.warmth = 0.9;
        scene.jpegQuality = 50;
        QTest::newRow("dim, warm, compressed") << scene;
        scene = plainScene(BackdropLayout::Central);
        scene.persons.clear();
        QTest::newRow("nobody in view") << scene;
    }

    void rightBackdropIsAccepted()
    {
        QFETCH(const SceneDesign, scene);
        const auto report = check(scene);
        QVERIFY(report);
        const CheckValue backdrop = *report->find(u"backdrop");
        QVERIFY2(backdrop.result == CheckResult::Pass,
                 qPrintable(QString::number(backdrop.value.value_or(-1)) + backdrop.advice));
        QVERIFY(report->find(u"mirrored")->result == CheckResult::Pass);
        QVERIFY(report->find(u"edition")->result != CheckResult::Fail);
        QVERIFY(report->find(u"composite")->result != CheckResult::Warn);
        QVERIFY(report->find(u"screen")->result != CheckResult::Warn);
    }

    void attackIsSeen_data()
    {
        QTest::addColumn<SceneDesign>("scene");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("result");
        const auto central = [] { return plainScene(BackdropLayout::Central); };
        SceneDesign scene = central();
        scene.backdrop->badge = 9;
        scene.backdropScale = 1.0;
        QTest::newRow("older, only the seal differs")
            << scene << u"edition"_s << int(CheckResult::Fail);
        scene = central();
        scene.backdropScale = 1.9;
        scene.backdropAt = {0.9, 0.6}; // the seal is beside the picture
        QTest::newRow("what tells the editions apart is not in view")
            << scene << u"edition"_s << int(CheckResult::Unknown);
        scene = central();
        scene.backdrop->mirrored = true;
        QTest::newRow("mirrored print") << scene << u"mirrored"_s << int(CheckResult::Fail);
        scene = central();
        scene.backdrop->provider = u"华信接入服务有限公司"_s;
        scene.backdrop->markSeed = 77;
        QTest::newRow("resembling provider") << scene << u"backdrop"_s << int(CheckResult::Fail);
        scene = central();
        scene.backdrop.reset();
        scene.clutter = 1.0;
        QTest::newRow("a room") << scene << u"backdrop"_s << int(CheckResult::Fail);
        scene = central();
        scene.held = true;
        scene.backdropScale = 0.4;
        scene.backdropAt = {0.5, 0.8};
        QTest::newRow("a print held up") << scene << u"copy"_s << int(CheckResult::Fail);
        scene = central();
        scene.pasted = true;
        QTest::newRow("pasted in") << scene << u"composite"_s << int(CheckResult::Warn);
        scene = central();
        scene.screenPitch = 2.3;
        QTest::newRow("photo of a screen") << scene << u"screen"_s << int(CheckResult::Warn);
    }

    void attackIsSeen()
    {
        QFETCH(const SceneDesign, scene);
        QFETCH(const QString, id);
        QFETCH(const int, result);
        const auto report = check(scene);
        QVERIFY(report);
        const CheckValue* found = report->find(id);
        QVERIFY(found != nullptr);
        QVERIFY2(int(found->result) == result,
                 qPrintable(QString::number(found->value.value_or(-9)) + u' ' + found->advice));
        QVERIFY(!found->advice.isEmpty());
    }

    void coverageIsTheBackdropsShareOfAllButThePerson_data()
    {
        QTest::addColumn<SceneDesign>("scene");
        SceneDesign scene = plainScene(BackdropLayout::Central);
        QTest::newRow("all of it") << scene;
        scene.backdropScale = 0.85;
        QTest::newRow("wall around it") << scene;
        scene = plainScene(BackdropLayout::Mural);
        scene.furniture = 0.25;
        QTest::newRow("furniture before it") << scene;
    }

    void coverageIsTheBackdropsShareOfAllButThePerson()
    {
        QFETCH(const SceneDesign, scene);
        const QImage parts = scenePartsOf(scene);
        int around = 0;
        int backdrop = 0;
        for (int y = 0; y < parts.height(); ++y) {
            for (int x = 0; x < parts.width(); ++x) {
                const auto part = ScenePart(parts.constScanLine(y)[x]);
                around += part != ScenePart::Person ? 1 : 0;
                backdrop += part == ScenePart::Backdrop ? 1 : 0;
            }
        }
        const auto report = check(scene);
        QVERIFY(report);
        const CheckValue* coverage = report->find(u"coverage");
        QVERIFY(coverage != nullptr && coverage->value);
        QVERIFY2(std::abs(*coverage->value - double(backdrop) / around) < 0.06,
                 qPrintable(QString::number(*coverage->value)));
    }

private:
    static BackdropDesign design(BackdropLayout layout)
    {
        BackdropDesign design;
        design.layout = layout;
        design.badge = 2;
        design.size = {900, 600};
        return design;
    }

    static SceneDesign plainScene(BackdropLayout layout)
    {
        SceneDesign scene;
        scene.backdrop = design(layout);
        scene.size = {800, 600};
        return scene;
    }

    Result<PhotoReport> check(const SceneDesign& scene)
    {
        const BackdropLayout layout =
            scene.backdrop ? scene.backdrop->layout : BackdropLayout::Central;
        return m_checker->check(drawPhotoScene(scene), &m_profiles.at(layout));
    }

    QTemporaryDir m_dir;
    std::unique_ptr<PhotoChecker> m_checker;
    std::map<BackdropLayout, BackdropProfile> m_profiles;
};

QTEST_MAIN(TestBackdropScenes)
#include "tst_backdrop_scenes.moc"
