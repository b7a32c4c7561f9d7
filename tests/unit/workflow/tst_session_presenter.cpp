// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/error_text.h"
#include "app/workflow/session_presenter.h"
#include "support/fake_desk.h"
#include "support/specimen_chip.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestSessionPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<FakeDesk>(); }
    void cleanup() { m_desk.reset(); }

    void nothingIsCapturedBeforeTheApplicantAgrees()
    {
        begin(false);
        QVERIFY(state().consent);
        QVERIFY(!m_desk->cameras.camera);
        presenter().capture();
        presenter().addFile(u"card.jpg"_s);
        presenter().print();
        QCOMPARE(m_desk->sessions.pictures, 0);
    }

    void agreementIsStoredBeforeTheCameraOpens()
    {
        begin(false);
        m_desk->sessions.hold = true;
        presenter().primary();
        QVERIFY(!m_desk->cameras.camera);
        m_desk->sessions.answer(0);
        QTRY_VERIFY(m_desk->cameras.camera);
        QVERIFY(m_desk->sessions.session->consent);
        QCOMPARE(m_desk->sessions.session->consent->time, m_desk->clock.now().wall);
    }

    void agreementThatCouldNotBeStoredKeepsTheCameraShut()
    {
        begin(false);
        m_desk->sessions.failNext = Error{ErrorCode::StorageFull, u"full"_s};
        presenter().primary();
        QTRY_VERIFY(state().error);
        QVERIFY(state().consent);
        QVERIFY(!m_desk->cameras.camera);
    }

    void aStoredPaperMakesWayForTheNextStepWhileItIsRead()
    {
        begin();
        m_desk->sessions.hold = true;
        take();
        QVERIFY(state().steps[0].mark == StepItem::Mark::Saving);
        QCOMPARE(state().current, 0);
        m_desk->sessions.sayStored(EvidenceRole::IdPortrait, Owner{});
        QVERIFY(state().steps[0].mark == StepItem::Mark::Checking);
        QCOMPARE(state().current, 1);
        QVERIFY(state().live);
        m_desk->sessions.answer(0);
        QTRY_VERIFY(state().steps[0].mark == StepItem::Mark::Good);
        QCOMPARE(state().current, 1);
    }

    void aPaperThatTurnsOutBadLaterIsSaidWithTheWayBack()
    {
        begin();
        m_desk->sessions.hold = true;
        m_desk->sessions.nextChecks = {badCheck()};
        take();
        m_desk->sessions.sayStored(EvidenceRole::IdPortrait, Owner{});
        m_desk->sessions.answer(0);
        QTRY_VERIFY(state().notice);
        QCOMPARE(state().notice->step, 0);
        QCOMPARE(state().current, 1); // what the clerk does is not interrupted
        presenter().goToNotice();
        QCOMPARE(state().current, 0);
        QVERIFY(!state().live); // the picture is shown, with what is wrong
    }

    void thePhotoIsTakenOnlyWhenAllIsGreenForASecond()
    {
        begin();
        presenter().goTo(photoStep());
        m_desk->cameras.camera->showFrame();
        presenter().primary();
        QCOMPARE(m_desk->sessions.pictures, 0);
        QVERIFY(m_desk->live.state().burst == BurstState::Armed);
        presenter().cancelCapture();
        QVERIFY(m_desk->live.state().burst == BurstState::Idle);
        presenter().primary();
        m_desk->watch.view.allGreen = true;
        for (int i = 0; i < 30 && m_desk->sessions.pictures == 0; ++i) {
            m_desk->cameras.camera->showFrame();
            QTest::qWait(1);
        }
        QCOMPARE(m_desk->sessions.pictures, 1);
        QCOMPARE(m_desk->sessions.burstFrames, std::size_t(5));
    }

    void aBadPhotoStaysOnTheScreenAndPrimaryTakesItAgain()
    {
        begin();
        presenter().goTo(photoStep());
        m_desk->sessions.nextChecks = {badCheck()};
        take();
        QTRY_VERIFY(!state().busy);
        QCOMPARE(state().current, photoStep());
        QVERIFY(!state().live);
        QVERIFY(state().currentStep()->mark == StepItem::Mark::Bad);
        presenter().primary();
        QVERIFY(state().live);
    }

    void theAnswerForAnOlderPictureOfTheStepIsIgnored()
    {
        begin();
        m_desk->sessions.hold = true;
        take();
        m_desk->sessions.sayStored(EvidenceRole::IdPortrait, Owner{});
        presenter().close();
        presenter().begin(specimenFiling());
        m_desk->sessions.answer(0); // of the session that was left
        QTest::qWait(5);
        QVERIFY(!state().view);
        QVERIFY(state().loading);
    }

    void aPictureThatCouldNotBeStoredMayBeTakenAgain()
    {
        begin();
        m_desk->sessions.failNext = Error{ErrorCode::StorageFull, u"full"_s};
        take();
        QTRY_VERIFY(state().error);
        QVERIFY(state().error->code == ErrorCode::StorageFull);
        QCOMPARE(state().current, 0);
        QVERIFY(state().live);
        QVERIFY(state().steps[0].mark == StepItem::Mark::Open);
        take();
        QTRY_VERIFY(state().steps[0].mark == StepItem::Mark::Good);
        QVERIFY(!state().error);
    }

    void aLostCameraForbidsCapturing()
    {
        begin();
        m_desk->cameras.camera->showFrame();
        QVERIFY(state().canCapture);
        m_desk->cameras.camera->vanish();
        QVERIFY(!state().canCapture);
        presenter().primary();
        QCOMPARE(m_desk->sessions.pictures, 0);
    }

    void printingIsForbiddenWhileTheApplicantMayNotGoHome()
    {
        begin();
        presenter().print();
        QVERIFY(state().currentStep()->kind == StepItem::Kind::CheckAndPrint);
        QCOMPARE(m_desk->printer.printed, 0);
    }

    void withoutAPrinterTheFormIsKeptAndThePathToAFileIsOpen()
    {
        m_desk->printer.name.clear();
        begin();
        captureAll();
        presenter().print();
        QTRY_VERIFY(state().error);
        QCOMPARE(state().error->where, u"printer"_s);
        m_desk->prompts.file = u"/nowhere/form.pdf"_s;
        presenter().saveForm();
        QTRY_COMPARE(m_desk->printer.saved, QStringList{u"/nowhere/form.pdf"_s});
    }

    void everyWebsiteHasItsOwnForm()
    {
        Filing filing = specimenFiling();
        filing.websites.push_back(
            specimenWebsite(2, u"second-specimen.cn"_s, specimenSecondPerson()));
        begin(true, filing);
        captureAll();
        QSignalSpy made(&presenter(), &SessionPresenter::formMade);
        presenter().print();
        QTRY_COMPARE(m_desk->printer.printed, 2);
        QCOMPARE(made.size(), 2);
    }

    void responsibilityNeedsAReason()
    {
        begin();
        presenter().goTo(photoStep());
        m_desk->sessions.nextChecks = {badCheck()};
        take();
        QTRY_VERIFY(!state().busy);
        const QString key = u"photo@site:2001/sharp"_s;
        presenter().takeResponsibility(key); // the question is cancelled
        QVERIFY(m_desk->sessions.overrides.isEmpty());
        m_desk->prompts.reason = u"seen with my own eyes"_s;
        presenter().takeResponsibility(key);
        QCOMPARE(m_desk->sessions.overrides, QStringList{key});
        QTRY_VERIFY(state().steps[std::size_t(photoStep())].mark == StepItem::Mark::Good);
    }

    void nobodyMayTakeResponsibilityForAMissingPicture()
    {
        begin();
        m_desk->prompts.reason = u"because"_s;
        presenter().takeResponsibility(u"licence@subject"_s);
        QCOMPARE(m_desk->prompts.asked, 0);
    }

    void theCapturerApprovesOnlyWhereThePolicyLetsHim()
    {
        SessionPresenter::Config config{*OperatorId::parse(u"op1")};
        config.mayApproveOwn = false;
        m_desk = std::make_unique<FakeDesk>(config);
        begin();
        captureAll();
        presenter().goTo(static_cast<int>(state().steps.size()) - 1);
        take();
        QTRY_VERIFY(state().view->session.state == SessionState::AwaitingReview);
        QVERIFY(!state().canApprove);
        presenter().approve();
        QVERIFY(!m_desk->sessions.session->approval);
    }

    void anApprovedSessionTakesNoMorePictures()
    {
        begin();
        captureAll();
        presenter().goTo(static_cast<int>(state().steps.size()) - 1);
        take();
        QTRY_VERIFY(state().canApprove);
        QSignalSpy approved(&presenter(), &SessionPresenter::approved);
        presenter().approve();
        QTRY_COMPARE(approved.size(), 1);
        const int before = m_desk->sessions.pictures;
        presenter().retake();
        presenter().addFile(u"late.jpg"_s);
        QVERIFY(!state().live);
        QCOMPARE(m_desk->sessions.pictures, before);
    }

    void aPageFromTheScannerServesTheStep()
    {
        beginWithDevices();
        QVERIFY(state().canScan);
        presenter().scan();
        QVERIFY(state().scanning && !state().canScan && !state().canCapture);
        QTRY_COMPARE(state().current, 1); // stored, and on to the next paper
        QVERIFY(!state().scanning);
        QCOMPARE(m_desk->sessions.pictures, 1);
        presenter().goTo(3); // the photo is taken by the camera alone
        QVERIFY(!state().canScan);
        presenter().scan();
        QVERIFY(!state().scanning);
    }

    void whyNothingWasScannedIsSaid()
    {
        beginWithDevices();
        m_desk->scanner.failNext(ScanFault::CoverOpen, 0);
        presenter().scan();
        QTRY_VERIFY(state().notice);
        QVERIFY(state().notice->text.contains(u"cover"_s));
        QVERIFY(state().canScan);
        QCOMPARE(m_desk->sessions.pictures, 0);
    }

    void anotherStepOrEscEndsTheScan()
    {
        beginWithDevices();
        m_desk->scanner.hangNext(0);
        presenter().scan();
        QTRY_VERIFY(m_desk->scanner.isScanning());
        presenter().goTo(1);
        QVERIFY(!state().scanning && !m_desk->scanner.isScanning());
        m_desk->scanner.hangNext(0);
        presenter().scan();
        QTRY_VERIFY(m_desk->scanner.isScanning());
        presenter().cancelWaiting();
        QVERIFY(!state().scanning && !state().notice);
        QCOMPARE(m_desk->sessions.pictures, 0);
    }

    void theChipIsHeldAgainstTheOrder()
    {
        beginWithDevices();
        QVERIFY(state().canReadChip);
        presenter().readChip();
        QVERIFY(state().readingChip && !state().canReadChip);
        m_desk->chips.layOn(chipBlock(citizenChip()));
        QTRY_VERIFY(state().notice);
        QVERIFY(!state().readingChip && state().notice->tone == StepNotice::Tone::Good);
        QCOMPARE(state().view->session.chips.size(), 1U);
        m_desk->chips.layOn(chipBlock(permitChip())); // somebody else's card
        presenter().readChip();
        QTRY_VERIFY(state().notice && state().notice->tone == StepNotice::Tone::Bad);
        QVERIFY(!state().view->verdict.mayGoHome);
        presenter().goTo(2); // no card
        QVERIFY(!state().canReadChip);
    }

    void whyNoChipWasReadIsSaid()
    {
        beginWithDevices();
        m_desk->chips.failNext({ErrorCode::Unavailable, u"chip-no-reader"_s});
        presenter().readChip();
        QTRY_VERIFY(state().error);
        QVERIFY(ErrorText::of(*state().error).contains(u"plugged in"_s));
        presenter().readChip();
        presenter().cancelWaiting();
        QTRY_VERIFY(!state().readingChip);
    }

    void aFileThatAScannerSavedServesTheStepOrIsSaid()
    {
        begin();
        QSignalSpy stored(&presenter(), &SessionPresenter::fileStored);
        m_desk->sessions.hold = true;
        presenter().takeScannedFile(u"/scans/1.jpg"_s);
        m_desk->sessions.sayStored(EvidenceRole::IdPortrait, {});
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.front().front().toString(), u"/scans/1.jpg"_s);
        m_desk->sessions.hold = false;
        presenter().goTo(3); // a person is not scanned
        const int before = m_desk->sessions.pictures;
        presenter().takeScannedFile(u"/scans/2.jpg"_s);
        QCOMPARE(m_desk->sessions.pictures, before);
        QVERIFY(state().notice && state().notice->text.contains(u"2.jpg"_s));
        QVERIFY(!state().notice->text.contains(u"/scans"_s));
    }

    void destroyingItWithAnAnswerPendingIsHarmless()
    {
        begin();
        m_desk->sessions.hold = true;
        take();
        m_desk.reset();
        QTest::qWait(1);
    }

private:
    void beginWithDevices()
    {
        m_desk = std::make_unique<FakeDesk>(SessionPresenter::Config{*OperatorId::parse(u"op1")},
                                            FakeDesk::Devices::All);
        begin();
    }
    SessionPresenter& presenter() { return m_desk->session; }
    const SessionPageState& state() { return m_desk->session.state(); }

    static CheckValue badCheck()
    {
        return {.id = u"sharp"_s, .result = CheckResult::Fail, .advice = u"live.paper.moving"_s};
    }

    int photoStep()
    {
        for (std::size_t i = 0; i < state().steps.size(); ++i) {
            if (state().steps[i].step.role == EvidenceRole::Photo &&
                state().steps[i].kind == StepItem::Kind::Capture)
                return static_cast<int>(i);
        }
        return -1;
    }

    void begin(bool agree = true, const Filing& filing = specimenFiling())
    {
        presenter().begin(filing);
        QTRY_VERIFY(state().view);
        if (agree) {
            presenter().primary();
            QTRY_VERIFY(!state().consent);
        }
    }

    void take()
    {
        QVERIFY(m_desk->cameras.camera);
        m_desk->cameras.camera->showFrame();
        QVERIFY(state().canCapture);
        presenter().primary();
        if (state().currentStep()->step.role == EvidenceRole::Photo && state().live) {
            presenter().primary(); // at once
            m_desk->cameras.camera->showBurst();
        }
    }

    /// Everything but the signed forms.
    void captureAll()
    {
        while (state().currentStep()->kind == StepItem::Kind::Capture) {
            const int before = state().current;
            take();
            QTRY_VERIFY(state().current != before);
        }
        QTRY_VERIFY(state().canPrint);
    }

    std::unique_ptr<FakeDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestSessionPresenter)
#include "tst_session_presenter.moc"
