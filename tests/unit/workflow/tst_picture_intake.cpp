// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/picture_intake.h"
#include "support/fake_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestPictureIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheNewestPictureOfAStepIsAwaited()
    {
        Fixture f;
        f.submit();
        f.submit();
        f.sessions.answer(0);
        QTest::qWait(5);
        QCOMPARE(f.answered.size(), 0);
        QVERIFY(f.intake.holds(f.key));
        f.sessions.answer(1);
        QTRY_COMPARE(f.answered.size(), 1);
        QVERIFY(f.intake.isEmpty());
    }

    void storedIsSaidForWhatIsAwaited()
    {
        Fixture f;
        f.submit();
        f.sessions.sayStored(EvidenceRole::Licence, Owner{});
        QCOMPARE(f.stored.size(), 0);
        f.sessions.sayStored(EvidenceRole::IdPortrait, Owner{});
        QCOMPARE(f.stored.size(), 1);
    }

    void afterAnotherSessionWasOpenedNothingIsSaid()
    {
        Fixture f;
        f.submit();
        f.intake.forgetAll();
        f.sessions.sayStored(EvidenceRole::IdPortrait, Owner{});
        f.sessions.answer(0);
        QTest::qWait(5);
        QCOMPARE(f.stored.size() + f.answered.size(), 0);
        QCOMPARE(f.sessions.session->evidence.size(), std::size_t(1)); // stored all the same
    }

private:
    struct Fixture {
        Fixture()
        {
            sessions.session = specimenSession();
            sessions.hold = true;
            step.role = EvidenceRole::IdPortrait;
        }
        void submit()
        {
            intake.submit(sessions.session->id, step, key, PictureFile{u"card.jpg"_s},
                          *OperatorId::parse(u"op1"));
        }
        Step step;
        QString key = stepKeyOf(EvidenceRole::IdPortrait, Owner{});
        FakeSessionGateway sessions;
        PictureIntake intake{sessions};
        QSignalSpy stored{&intake, &PictureIntake::stored};
        QSignalSpy answered{&intake, &PictureIntake::answered};
    };
};

QTEST_GUILESS_MAIN(TestPictureIntake)
#include "tst_picture_intake.moc"
