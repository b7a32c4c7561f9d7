// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"
#include "app/demo/photo_scene.h"
#include "app/imaging/mat_view_p.h"
#include "app/vision/photo_checker.h"
#include "app/vision/photo_checks_p.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace handshake;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(handshake::PersonDesign)

class TestPersonChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        const QString thresholds = paths->data(u"vision/thresholds.json"_s);
        auto checker = PhotoChecker::create({Paths::cascades(), thresholds});
        QVERIFY(checker);
        m_checker = *std::move(checker);
        const auto limits = Thresholds::load(thresholds);
        QVERIFY(limits);
        m_limits = *limits;
    }

    void whoIsRightPasses_data()
    {
        QTest::addColumn<PersonDesign>("person");
        QTest::newRow("plain") << PersonDesign{.seed = 21};
        QTest::newRow("dark skin") << PersonDesign{.seed = 22, .skinTone = 1.0};
        QTest::newRow("light skin") << PersonDesign{.seed = 23, .skinTone = 0.0};
        QTest::newRow("glasses") << PersonDesign{.seed = 24, .glasses = true};
        QTest::newRow("bald") << PersonDesign{.seed = 25, .bald = true};
        QTest::newRow("beard") << PersonDesign{.seed = 26, .beard = true};
        QTest::newRow("long hair") << PersonDesign{.seed = 27, .longHair = true};
        QTest::newRow("a little side light") << PersonDesign{.seed = 28, .sideLight = 0.25};
    }

    void whoIsRightPasses()
    {
        QFETCH(const PersonDesign, person);
        const PhotoReport report = reportOf(person);
        for (const QString& id : u"faces head frontal upright light"_s.split(u' '))
            QVERIFY2(report.find(id)->result == CheckResult::Pass, qPrintable(said(report, id)));
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<PersonDesign>("person");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("advice");
        QTest::newRow("mask") << PersonDesign{.seed = 31, .wear = Wear::Mask} << u"frontal"_s
                              << u"photo.frontal.covered"_s;
        QTest::newRow("another mask")
            << PersonDesign{.seed = 35, .skinTone = 0.5, .wear = Wear::Mask} << u"frontal"_s
            << u"photo.frontal.covered"_s;
        QTest::newRow("cap") << PersonDesign{.seed = 34, .wear = Wear::Cap} << u"head"_s
                             << u"photo.head.covered"_s;
        QTest::newRow("knitted hat") << PersonDesign{.seed = 36, .wear = Wear::KnitHat} << u"head"_s
                                     << u"photo.head.covered"_s;
        QTest::newRow("turned away")
            << PersonDesign{.seed = 37, .turn = 0.9} << u"frontal"_s << u"photo.frontal"_s;
        QTest::newRow("leaning") << PersonDesign{.seed = 38, .rollDegrees = 12} << u"upright"_s
                                 << u"photo.upright"_s;
        QTest::newRow("light from the left")
            << PersonDesign{.seed = 39, .sideLight = 0.9} << u"light"_s << u"photo.light.side"_s;
        QTest::newRow("light from the right, dark skin")
            << PersonDesign{.seed = 40, .skinTone = 0.9, .sideLight = -0.9} << u"light"_s
            << u"photo.light.side"_s;
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(const PersonDesign, person);
        QFETCH(const QString, id);
        QFETCH(const QString, advice);
        const PhotoReport report = reportOf(person);
        QVERIFY2(report.find(id)->result != CheckResult::Pass, qPrintable(said(report, id)));
        QCOMPARE(report.find(id)->advice, advice);
    }

    void personWhoBreathesIsLive()
    {
        const CheckValue value = replayOf(burst(3));
        QVERIFY2(value.result == CheckResult::Pass,
                 qPrintable(value.advice + u' ' + QString::number(value.value.value_or(-1))));
    }

    void sameFramesAgainAreARecording()
    {
        std::vector<cv::Mat> loop = burst(3);
        loop.push_back(loop.front());
        const CheckValue value = replayOf(loop);
        QVERIFY(value.result == CheckResult::Fail);
        QCOMPARE(value.advice, u"photo.replay.still"_s);
    }

    void pictureBeforeTheCameraMovesAsOne_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<double>("turn");
        QTest::newRow("held still") << 1.0 << 0.0;
        QTest::newRow("carried nearer") << 1.01 << 0.0;
        QTest::newRow("turned") << 1.0 << 0.8;
    }

    void pictureBeforeTheCameraMovesAsOne()
    {
        QFETCH(const double, zoom);
        QFETCH(const double, turn);
        const cv::Mat still = burst(0).front();
        std::vector<cv::Mat> frames;
        for (int i = 0; i < 5; ++i) {
            cv::Mat motion =
                cv::getRotationMatrix2D(cv::Point2f(260, 200), turn * i, std::pow(zoom, i));
            motion.at<double>(0, 2) += 1.7 * i;
            cv::Mat moved;
            cv::warpAffine(still, moved, motion, still.size(), cv::INTER_CUBIC, cv::BORDER_REFLECT);
            frames.push_back(grainy(moved, std::uint64_t(i) + 11));
        }
        const CheckValue value = replayOf(frames);
        QVERIFY2(value.result == CheckResult::Warn,
                 qPrintable(QString::number(value.value.value_or(-1))));
        QCOMPARE(value.advice, u"photo.replay.rigid"_s);
    }

private:
    PhotoReport reportOf(const PersonDesign& person)
    {
        SceneDesign scene;
        scene.size = {960, 720};
        scene.persons = {person};
        return m_checker->check(drawPhotoScene(scene), nullptr).value();
    }
    static QString said(const PhotoReport& report, const QString& id)
    {
        const CheckValue* check = report.find(id);
        return u"%1 %2 %3"_s.arg(id, check->advice).arg(check->value.value_or(-1));
    }
    static cv::Mat grainy(const cv::Mat& gray, std::uint64_t seed)
    {
        cv::Mat noise(gray.size(), CV_8S);
        cv::RNG(seed).fill(noise, cv::RNG::NORMAL, 0, 2.5);
        cv::Mat sum;
        cv::add(gray, noise, sum, cv::noArray(), CV_8U);
        return sum;
    }
    /// Five pictures, the person swaying by so many pixels.
    static std::vector<cv::Mat> burst(double sway)
    {
        std::vector<cv::Mat> frames;
        for (int i = 0; i < (sway > 0 ? 5 : 1); ++i) {
            SceneDesign scene;
            scene.size = {640, 480};
            scene.seed = 3;
            scene.noise = 0;
            scene.personAt.rx() += sway * std::sin(1.3 * i) / 640.0;
            frames.push_back(grainy(grayCopy(drawPhotoScene(scene)), std::uint64_t(i) + 1));
        }
        return frames;
    }
    CheckValue replayOf(const std::vector<cv::Mat>& frames) const
    {
        // The face of the scene's person: 2/7 of the figure's height wide.
        const int width = 107;
        return checkReplay(frames, cv::Rect(320 - width / 2, 165, width, width), m_limits);
    }

    Thresholds m_limits;
    std::unique_ptr<PhotoChecker> m_checker;
};

QTEST_MAIN(TestPersonChecks)
#include "tst_person_checks.moc"
