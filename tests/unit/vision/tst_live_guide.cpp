// SPDX-License-Identifier: Apache-2.0
#include "app/vision/live_guide.h"

#include "app/core/paths.h"
#include "app/demo/photo_scene.h"
#include "tests/support/backdrop_specimen.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestLiveGuide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QVERIFY(paths);
        auto guide =
            LiveGuide::create({Paths::cascades(), paths->data(u"vision/thresholds.json"_s)});
        QVERIFY(guide);
        m_guide = *std::move(guide);
    }

    void lampsComeInOrder()
    {
        QStringList names;
        for (const CheckValue& lamp : m_guide->track(frame()).lamps)
            names.append(lamp.id);
        QCOMPARE(names.join(u' '),
                 u"face centred upright sharp light backdrop text mirrored alone replay"_s);
    }

    void greenOnlyAfterTheSlowChecks()
    {
        QVERIFY(!m_guide->track(frame()).allGreen);
        PhotoReport report;
        report.checks = {CheckValue{u"faces"_s, CheckResult::Pass, 1.0, 1.0, {}},
                         CheckValue{u"replay"_s, CheckResult::Pass, 1.0, 0.3, {}}};
        m_guide->verify(report);
        const GuideState state = m_guide->track(frame());
        QVERIFY2(state.allGreen, qPrintable(state.advice));
        QVERIFY(state.advice.isEmpty());
    }

    void faceIsFollowed()
    {
        QRect last;
        for (int i = 0; i < 4; ++i) {
            const GuideState state = m_guide->track(frame(0.5 + 0.02 * i));
            QVERIFY(!state.face.isEmpty());
            if (i > 0)
                QVERIFY(state.face.center().x() > last.center().x());
            last = state.face;
        }
    }

    void whoSteppedAsideIsCalledBack()
    {
        const GuideState state = m_guide->track(frame(0.75));
        QVERIFY(!state.allGreen);
        QCOMPARE(state.advice, u"photo.head.right"_s);
    }

    void goneFaceForgetsWhatWasVerified()
    {
        QVERIFY(!m_guide->track(frame()).face.isEmpty());
        PhotoReport report;
        report.checks = {CheckValue{u"faces"_s, CheckResult::Pass, 1.0, 1.0, {}},
                         CheckValue{u"replay"_s, CheckResult::Pass, 1.0, 0.3, {}}};
        m_guide->verify(report);
        QImage empty(640, 480, QImage::Format_RGB32);
        empty.fill(QColor(120, 130, 140));
        GuideState state;
        for (int i = 0; i < 8; ++i)
            state = m_guide->track(empty);
        QVERIFY(state.face.isEmpty());
        QVERIFY(!m_guide->track(frame()).allGreen);
    }

    void recentFramesAreKeptWhileAFaceIsFollowed()
    {
        for (int i = 0; i < 14; ++i)
            (void)m_guide->track(frame());
        QCOMPARE(m_guide->recent().size(), std::size_t(5));
        QCOMPARE(m_guide->recent().front().size(), QSize(640, 480));
        m_guide->restart();
        QVERIFY(m_guide->recent().empty());
        QVERIFY(!m_guide->track(frame()).allGreen);
    }

    void anOlderEditionShowsInTheBackdropsLamp()
    {
        const auto paths = Paths::find(QCoreApplication::applicationDirPath());
        QTemporaryDir dir;
        const auto learnt = learnBackdrop(specimenRequest(BackdropDesign{}), dir.filePath(u"b"_s));
        QVERIFY(learnt);
        m_guide->setBackdrop(learnt->profile);
        (void)m_guide->track(frame());
        PhotoReport report;
        report.checks = {
            CheckValue{u"backdrop"_s, CheckResult::Pass, 0.9, 0.85, {}},
            CheckValue{u"edition"_s, CheckResult::Fail, -0.2, 0.1, u"photo.edition.older"_s}};
        m_guide->verify(report);
        const GuideState state = m_guide->track(frame());
        QCOMPARE(state.lamps[5].id, u"backdrop"_s);
        QVERIFY(state.lamps[5].result == CheckResult::Fail);
        QCOMPARE(state.lamps[5].advice, u"photo.edition.older"_s);
    }

    void nullFrameIsNoFace()
    {
        const GuideState state = m_guide->track({});
        QVERIFY(state.face.isEmpty());
        QVERIFY(!state.allGreen);
    }

private:
    static QImage frame(double x = 0.5)
    {
        SceneDesign scene;
        scene.size = {640, 480};
        scene.personAt.setX(x);
        return drawPhotoScene(scene);
    }

    std::unique_ptr<LiveGuide> m_guide;
};

QTEST_MAIN(TestLiveGuide)
#include "tst_live_guide.moc"
