// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/evidence_pictures.h"
#include "support/fake_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;

class TestEvidencePictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thumbnailsArriveOnceAndStay()
    {
        Fixture f;
        f.pictures.fill(f.state);
        QVERIFY(f.state.steps[0].thumbnail.isNull());
        QTRY_VERIFY(f.arrived.size() >= 4);
        f.pictures.fill(f.state);
        for (const StepItem& step : f.state.steps)
            QCOMPARE(step.thumbnail.isNull(), f.state.evidenceOf(step) == nullptr);
    }

    void theLargePictureTakesTheSmallOnesPlace()
    {
        Fixture f;
        f.state.current = 0;
        f.pictures.fill(f.state);
        QTRY_VERIFY(f.arrived.size() >= 5);
        f.pictures.fill(f.state);
        QCOMPARE(f.state.picture.size(), QSize(1280, 960));
    }

    void aPictureOnItsWayKeepsItsPlace()
    {
        Fixture f;
        f.state.current = 0;
        f.state.busy = true;
        QImage taken(64, 48, QImage::Format_RGB32);
        taken.fill(Qt::black);
        f.state.picture = taken;
        f.pictures.fill(f.state);
        QTest::qWait(5);
        f.pictures.fill(f.state);
        QCOMPARE(f.state.picture, taken);
    }

    void thePortraitIsFetchedForAPhotoOnlyAndOnce()
    {
        Fixture f;
        f.state.current = 0;
        f.pictures.fill(f.state);
        QCOMPARE(f.sessions.portraits, 0);
        f.state.current = 3;
        f.state.live = true;
        f.pictures.fill(f.state);
        f.pictures.fill(f.state);
        QCOMPARE(f.sessions.portraits, 1);
        QTRY_VERIFY(!f.arrived.isEmpty());
        QTest::qWait(5);
        f.pictures.fill(f.state);
        QVERIFY(!f.state.portrait.isNull());
    }

    void afterAnotherSessionWasOpenedNothingArrives()
    {
        Fixture f;
        f.pictures.fill(f.state);
        f.pictures.forgetAll();
        QTest::qWait(5);
        QCOMPARE(f.arrived.size(), 0);
    }

private:
    struct Fixture {
        Fixture()
        {
            sessions.session = completeSession(specimenFiling(), false);
            state.view = sessions.view();
            state.steps = stepItems(*state.view);
        }
        FakeSessionGateway sessions;
        EvidencePictures pictures{sessions};
        SessionPageState state;
        QSignalSpy arrived{&pictures, &EvidencePictures::arrived};
    };
};

QTEST_GUILESS_MAIN(TestEvidencePictures)
#include "tst_evidence_pictures.moc"
