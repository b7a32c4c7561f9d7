// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checker.h"

#include "app/core/paths.h"
#include "app/demo/photo_scene.h"
#include "tests/support/backdrop_specimen.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(handshake::SceneDesign)

class TestPhotoChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        m_config = {Paths::cascades(), paths->data(u"vision/thresholds.json"_s)};
        auto checker = PhotoChecker::create(m_config);
        QVERIFY(checker);
        m_checker = *std::move(checker);
        BackdropDesign design;
        BackdropDesign older = design;
        older.edition = 2;
        LearnRequest request = specimenRequest(design);
        request.older = {drawBackdrop(older)};
        const auto learnt = learnBackdrop(request, m_dir.filePath(u"central"_s));
        QVERIFY(learnt);
        m_central = learnt->profile;
        design.layout = BackdropLayout::Tiled;
        const auto tiled = learnBackdrop(specimenRequest(design), m_dir.filePath(u"tiled"_s));
        QVERIFY(tiled);
        m_tiled = tiled->profile;
    }

    void rightBackdropIsAccepted_data()
    {
        QTest::addColumn<SceneDesign>("scene");
        SceneDesign scene = plainScene();
        QTest::newRow("straight on") << scene;
        scene.yawDegrees = 14;
        scene.pitchDegrees = 5;
        scene.folds = 0.8;
        QTest::newRow("from the side, folds") << scene;
        scene = plainScene();
        scene.rollDegrees = 3;
        scene.brightness = 0.85;
        scene.warmth = 0.6;
        scene.lightFromSide = 0.4;
        QTest::newRow("tilted, warm side light") << scene;
        scene = plainScene();
        scene.persons[0] = {.seed = 7, .skinTone = 0.9, .longHair = true};
        scene.noise = 7;
        QTest::newRow("dark skin, noise") << scene;
        scene = plainScene();
        scene.backdrop->layout = BackdropLayout::Tiled;
        scene.yawDegrees = -8;
        QTest::newRow("tiled motif") << scene;
    }

    void rightBackdropIsAccepted()
    {
        QFETCH(const SceneDesign, scene);
        const bool isTiled = scene.backdrop->layout == BackdropLayout::Tiled;
        const auto report =
            m_checker->check(drawPhotoScene(scene), isTiled ? &*m_tiled : &*m_central);
        QVERIFY(report);
        for (const CheckValue& check : report->checks)
            QVERIFY2(check.result != CheckResult::Fail, qPrintable(check.id + u' ' + check.advice));
        for (const QString& id :
             u"backdrop mirrored copy text coverage faces sharp light size"_s.split(u' '))
            QVERIFY2(report->find(id)->result == CheckResult::Pass, qPrintable(id));
        QCOMPARE(report->backdropOutline.size(), 4);
        QVERIFY(!report->textZones.empty());
        QVERIFY(!report->face.isEmpty());
    }

    void wrongPhotoFailsAtTheRightCheck_data()
    {
        QTest::addColumn<SceneDesign>("scene");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("advice");
        const SceneDesign fine = plainScene();
        SceneDesign scene = fine;
        scene.backdrop->provider = u"示例网络科技有限公司"_s;
        scene.backdrop->seed = 9;
        QTest::newRow("another provider's")
            << scene << u"backdrop"_s << u"photo.backdrop.differs"_s;
        scene = fine;
        scene.backdrop->edition = 2;
        QTest::newRow("an older edition") << scene << u"edition"_s << u"photo.edition.older"_s;
        scene = fine;
        scene.mirrored = true;
        QTest::newRow("mirrored") << scene << u"mirrored"_s << u"photo.mirrored"_s;
        scene = fine;
        scene.backdrop.reset();
        QTest::newRow("a wall") << scene << u"backdrop"_s << u"photo.backdrop.not-found"_s;
        scene = fine;
        scene.backdropScale = 0.35;
        scene.backdropAt = {0.5, 0.3};
        QTest::newRow("a small copy") << scene << u"copy"_s << u"photo.copy"_s;
        scene = fine;
        scene.persons.clear();
        QTest::newRow("nobody") << scene << u"faces"_s << u"photo.face.none"_s;
        scene = fine;
        scene.persons = {{.seed = 1}, {.seed = 3}};
        scene.personHeight = 0.7;
        QTest::newRow("two persons") << scene << u"faces"_s << u"photo.face.several"_s;
        scene = fine;
        scene.blur = 5;
        QTest::newRow("blurred") << scene << u"sharp"_s << u"photo.sharp"_s;
        scene = fine;
        scene.brightness = 0.3;
        QTest::newRow("dark") << scene << u"light"_s << u"photo.light.dark"_s;
        scene = fine;
        scene.size = {400, 300};
        QTest::newRow("too small") << scene << u"size"_s << u"photo.size"_s;
        scene = fine;
        scene.personAt = {0.72, 1.0};
        QTest::newRow("off the middle") << scene << u"head"_s << u"photo.head.right"_s;
    }

    void wrongPhotoFailsAtTheRightCheck()
    {
        QFETCH(const SceneDesign, scene);
        QFETCH(const QString, id);
        QFETCH(const QString, advice);
        const auto report = m_checker->check(drawPhotoScene(scene), &*m_central);
        QVERIFY(report);
        const CheckValue* check = report->find(id);
        QVERIFY(check != nullptr);
        QVERIFY2(check->result == CheckResult::Fail,
                 qPrintable(QString::number(check->value.value_or(-1))));
        QCOMPARE(check->advice, advice);
        QVERIFY(report->verdict() == CheckResult::Fail);
    }

    void somebodyNearIsNoCopy_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("height");
        QTest::addColumn<CheckResult>("result");
        QTest::newRow("the curtain wider than the picture") << 1.3 << 1.45 << CheckResult::Pass;
        QTest::newRow("as large a face, the print's sides in view")
            << 0.9 << 1.0 << CheckResult::Warn;
    }

    void somebodyNearIsNoCopy()
    {
        QFETCH(const double, scale);
        QFETCH(const double, height);
        QFETCH(const CheckResult, result);
        SceneDesign scene;
        scene.backdropScale = scale;
        scene.personHeight = height;
        scene.personAt = {0.5, 1.0 + (height - 0.78) * 0.75};
        const auto report = m_checker->check(drawPhotoScene(scene), &*m_central);
        QVERIFY(report);
        const CheckValue* copy = nullptr;
        for (const CheckValue& value : report->checks)
            copy = value.id == u"copy" ? &value : copy;
        QVERIFY(copy && copy->value);
        QCOMPARE(copy->result, result);
    }

    void everyCheckIsReportedInOrder()
    {
        const auto report = m_checker->check(drawPhotoScene(plainScene()), nullptr);
        QVERIFY(report);
        QStringList ids;
        for (const CheckValue& check : report->checks) {
            ids.append(check.id);
            QVERIFY2(check.result == CheckResult::Pass || !check.advice.isEmpty(),
                     qPrintable(check.id));
        }
        QCOMPARE(ids.join(u' '), u"backdrop edition mirrored copy screen replay composite text "
                                 "coverage artworkVisible head faces frontal upright sharp light "
                                 "size clothes"_s);
        QVERIFY(report->find(u"backdrop")->result == CheckResult::Unknown);
        QVERIFY(report->find(u"faces")->result == CheckResult::Pass);
    }

    void samePhotoGetsTheSameReport()
    {
        const QImage photo = drawPhotoScene(plainScene());
        const auto first = m_checker->check(photo, &*m_central);
        const auto again = m_checker->check(photo, &*m_central);
        QVERIFY(first && again);
        QVERIFY(first->checks == again->checks);
    }

    void stagesAreTimedInTheOrderTheyRan()
    {
        const auto report = m_checker->check(drawPhotoScene(plainScene()), &*m_central);
        QVERIFY(report);
        QStringList names;
        double sum = 0;
        for (const StageTime& stage : report->stages) {
            names.append(stage.name);
            QVERIFY(stage.ms >= 0);
            sum += stage.ms;
        }
        QCOMPARE(names.join(u' '), u"prepare faces backdrop checks"_s);
        QVERIFY2(sum > 0.9 * report->ms && sum <= report->ms, qPrintable(QString::number(sum)));
    }

    void burstTellsAStillFromAPerson()
    {
        std::vector<QImage> burst;
        for (int i = 0; i < 2; ++i) {
            SceneDesign scene = plainScene();
            scene.personAt.rx() += 0.004 * i; // nobody stands quite still
            scene.seed = 1;
            burst.push_back(drawPhotoScene(scene));
        }
        const auto live = m_checker->checkBurst(burst, nullptr);
        const auto still = m_checker->checkBurst({burst[0], burst[0]}, nullptr);
        QVERIFY(live && still);
        QVERIFY(live->front().find(u"replay")->result == CheckResult::Pass);
        QVERIFY(still->front().find(u"replay")->result == CheckResult::Fail);
    }

    void badInputIsRefused()
    {
        QVERIFY(!m_checker->check({}, nullptr));
        QVERIFY(!m_checker->check(QImage(8, 4, QImage::Format_RGB32), nullptr));
        QVERIFY(!m_checker->checkBurst({}, nullptr));
        QVERIFY(!m_checker->checkBurst(
            {QImage(100, 100, QImage::Format_RGB32), QImage(120, 100, QImage::Format_RGB32)},
            nullptr));
        QImage black(800, 600, QImage::Format_Grayscale8);
        black.fill(0);
        const auto report = m_checker->check(black, &*m_central);
        QVERIFY(report);
        QVERIFY(report->verdict() == CheckResult::Fail);
    }

    void missingFilesAreAConfigurationError()
    {
        const auto noCascades = PhotoChecker::create({m_dir.path(), m_config.thresholdsFile});
        QVERIFY(!noCascades);
        QVERIFY(noCascades.error().code == ErrorCode::Configuration);
        QFile file(m_dir.filePath(u"half.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"features":{"width":640}})");
        file.close();
        const auto half = PhotoChecker::create({m_config.cascadeFolder, file.fileName()});
        QVERIFY(!half);
        QVERIFY(half.error().code == ErrorCode::Configuration);
        QVERIFY(half.error().where.contains(u"features.count"_s));
    }

private:
    static SceneDesign plainScene()
    {
        SceneDesign scene;
        scene.size = {960, 720};
        return scene;
    }

    QTemporaryDir m_dir;
    PhotoChecker::Config m_config;
    std::unique_ptr<PhotoChecker> m_checker;
    std::optional<BackdropProfile> m_central;
    std::optional<BackdropProfile> m_tiled;
};

QTEST_MAIN(TestPhotoChecker)
#include "tst_photo_checker.moc"
