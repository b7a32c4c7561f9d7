// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/live_camera.h"
#include "support/fake_camera.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;

class TestLiveCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneFrameIsLookedAtAtATimeAndThenTheNewest()
    {
        Fixture f;
        f.watch.hold = true;
        f.live.show(EvidenceRole::Photo);
        for (int i = 0; i < 5; ++i)
            f.cameras.camera->showFrame();
        QCOMPARE(f.watch.looks, 1);
        QCOMPARE(f.live.latest()->number, 5U);
        f.watch.answer(0);
        QTRY_COMPARE(f.watch.looks, 2);
    }

    void aLateLookForAnotherStepIsDropped()
    {
        Fixture f;
        f.watch.hold = true;
        f.watch.view.advice = QStringLiteral("live.paper.far");
        f.live.show(EvidenceRole::Photo);
        f.cameras.camera->showFrame();
        f.live.show(EvidenceRole::Licence);
        f.watch.answer(0);
        QTest::qWait(5);
        QVERIFY(f.live.state().view.advice.isEmpty());
    }

    void stepsWithTheSameCameraShareIt()
    {
        Fixture f;
        f.live.show(EvidenceRole::IdPortrait);
        f.live.show(EvidenceRole::Licence);
        QCOMPARE(f.cameras.opened, 1);
    }

    void aFrameOfTheStepBeforeIsNotOfThisOne()
    {
        Fixture f;
        f.live.show(EvidenceRole::Licence);
        f.cameras.camera->showFrame();
        QVERIFY(f.live.latest());
        f.live.show(EvidenceRole::Photo);
        QCOMPARE(f.cameras.opened, 1);
        QVERIFY(!f.live.latest());
        f.cameras.camera->showFrame();
        QVERIFY(f.live.latest());
    }

    void aLostCameraIsSaidAndComesBackByItself()
    {
        Fixture f;
        f.live.show(EvidenceRole::Photo);
        f.cameras.camera->showFrame();
        f.cameras.plugged = false;
        f.cameras.camera->vanish();
        QVERIFY(f.live.state().camera == Camera::State::Lost);
        QVERIFY(f.live.state().error);
        QVERIFY(!f.live.latest());
        f.cameras.plug(true);
        QVERIFY(f.live.state().camera == Camera::State::Running);
        QVERIFY(!f.live.state().error);
    }

    void withoutACameraTheStateSaysSo()
    {
        Fixture f;
        f.cameras.plugged = false;
        f.live.show(EvidenceRole::Photo);
        QVERIFY(f.live.state().error);
        QVERIFY(f.live.state().error->code == ErrorCode::DeviceLost);
    }

    void aStillPaperIsAnnouncedOnce()
    {
        Fixture f;
        QSignalSpy steady(&f.live, &LiveCamera::paperIsSteady);
        f.watch.view.allGreen = true;
        f.live.show(EvidenceRole::Licence);
        for (int i = 0; i < 8; ++i) {
            f.cameras.camera->showFrame();
            QTest::qWait(1);
        }
        QCOMPARE(steady.size(), 1);
    }

    void theNextPaperIsWaitedForUntilTheOldOneMoved()
    {
        Fixture f;
        QSignalSpy steady(&f.live, &LiveCamera::paperIsSteady);
        f.watch.view.allGreen = true;
        f.live.show(EvidenceRole::IdPortrait);
        f.showFrames(8);
        QCOMPARE(steady.size(), 1);
        f.live.show(EvidenceRole::IdEmblem); // the portrait side still lies there
        f.showFrames(8);
        QCOMPARE(steady.size(), 1);
        f.watch.view.allGreen = false;
        f.showFrames(2);
        f.watch.view.allGreen = true;
        f.showFrames(8);
        QCOMPARE(steady.size(), 2);
    }

    void aPersonIsNeverTakenByItself()
    {
        Fixture f;
        QSignalSpy steady(&f.live, &LiveCamera::paperIsSteady);
        f.watch.view.allGreen = true;
        f.live.show(EvidenceRole::Photo);
        for (int i = 0; i < 8; ++i) {
            f.cameras.camera->showFrame();
            QTest::qWait(1);
        }
        QCOMPARE(steady.size(), 0);
    }

    void anArmedCameraTakesABurstAfterASecondOfGreen()
    {
        Fixture f;
        std::vector<CameraFrame> taken;
        QObject::connect(&f.live, &LiveCamera::burstTaken, &f.live,
                         [&taken](const std::vector<CameraFrame>& frames) { taken = frames; });
        f.live.show(EvidenceRole::Photo);
        f.showFrames(1);
        f.live.arm();
        f.showFrames(12);
        QVERIFY(taken.empty()); // nothing was green
        QVERIFY(f.live.state().burst == BurstState::Armed);
        f.watch.view.allGreen = true;
        f.showFrames(5); // not yet a second: a frame each 200 ms
        QVERIFY(f.live.state().burst == BurstState::Armed);
        f.showFrames(8);
        QCOMPARE(taken.size(), std::size_t(5));
        for (std::size_t i = 1; i < taken.size(); ++i)
            QVERIFY(taken[i].monotonic - taken[i - 1].monotonic >= std::chrono::milliseconds(110));
        QVERIFY(f.live.state().burst == BurstState::Idle);
    }

    void whoMovesAwayDuringTheBurstIsWaitedForAgain()
    {
        Fixture f;
        QSignalSpy taken(&f.live, &LiveCamera::burstTaken);
        f.watch.view.allGreen = true;
        f.live.show(EvidenceRole::Photo);
        f.showFrames(1);
        f.live.arm();
        f.showFrames(8);
        QVERIFY(f.live.state().burst == BurstState::Running);
        f.watch.view.allGreen = false;
        f.showFrames(8);
        QVERIFY(f.live.state().burst == BurstState::Armed);
        QCOMPARE(taken.size(), 0);
    }

    void armedTwiceTakesAtOnceAndALostCameraTakesNothing()
    {
        Fixture f;
        QSignalSpy taken(&f.live, &LiveCamera::burstTaken);
        f.live.show(EvidenceRole::Photo);
        f.live.arm(); // no frame yet
        QVERIFY(f.live.state().burst == BurstState::Idle);
        f.showFrames(1);
        f.live.arm();
        f.live.arm();
        f.showFrames(3);
        f.cameras.camera->vanish();
        QVERIFY(f.live.state().burst == BurstState::Idle);
        f.live.retry();
        f.showFrames(1);
        f.live.arm();
        f.live.arm();
        f.cameras.camera->showBurst();
        QCOMPARE(taken.size(), 1);
    }

    void papersAreNotArmed()
    {
        Fixture f;
        f.live.show(EvidenceRole::Licence);
        f.showFrames(1);
        f.live.arm();
        QVERIFY(f.live.state().burst == BurstState::Idle);
    }

    void destroyingItWithALookPendingIsHarmless()
    {
        auto f = std::make_unique<Fixture>();
        f->watch.hold = true;
        f->live.show(EvidenceRole::Photo);
        f->cameras.camera->showFrame();
        f.reset();
        QTest::qWait(1);
    }

private:
    struct Fixture {
        FakeCameraDirectory cameras;
        FakeLiveWatch watch;
        LiveCamera live{cameras, watch, {}};

        void showFrames(int count)
        {
            for (int i = 0; i < count; ++i) {
                cameras.camera->showFrame();
                QTest::qWait(1);
            }
        }
    };
};

QTEST_GUILESS_MAIN(TestLiveCamera)
#include "tst_live_camera.moc"
