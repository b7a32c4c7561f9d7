// SPDX-License-Identifier: Apache-2.0
#include "support/fake_desk.h"
#include "support/gui_checks.h"
#include "ui/shell/shell.h"

#include <QTest>

#include <memory>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

/// A perfect session by key events only: papers lie still and take themselves, so that four keys
/// are enough.
class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_desk = std::make_unique<FakeDesk>();
        m_desk->orders.orders = {specimenFiling()};
        m_desk->watch.view.allGreen = true;
        m_shell = std::make_unique<ui::Shell>(
            ui::ShellParts{m_desk->today, m_desk->session, m_desk->delivery, m_desk->printer});
        m_shell->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(m_shell.get()));
        QTRY_VERIFY(!m_desk->today.state().loading);
        m_keys = 0;
    }

    void cleanup()
    {
        m_shell.reset();
        m_desk.reset();
    }

    void aPerfectSessionTakesFourKeys()
    {
        press(Qt::Key_F2);
        QTRY_VERIFY(state().consent);
        press(Qt::Key_Space); // agree
        QTRY_VERIFY(!state().consent);
        for (const EvidenceRole role :
             {EvidenceRole::IdPortrait, EvidenceRole::IdEmblem, EvidenceRole::Licence})
            layDown(role);
        QTRY_VERIFY(isAt(EvidenceRole::Photo));
        m_desk->cameras.camera->showFrame();
        QTRY_VERIFY(state().canCapture);
        press(Qt::Key_Space);                                    // photo
        for (int i = 0; i < 20 && m_desk->cameras.camera; ++i) { // two or three seconds
            m_desk->cameras.camera->showFrame();
            QTest::qWait(1);
        }
        QTRY_VERIFY(state().currentStep()->kind == StepItem::Kind::CheckAndPrint);
        QTRY_VERIFY(state().canPrint);
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->printer.printed, 1);
        layDown(EvidenceRole::SignedForm);
        QTRY_VERIFY(state().view->session.state == SessionState::AwaitingReview);
        QVERIFY2(m_keys <= 4, qPrintable(QString::number(m_keys)));
    }

    void withoutSelfTakingEveryPaperIsOneSpace()
    {
        m_desk->watch.view.allGreen = false;
        press(Qt::Key_F2);
        QTRY_VERIFY(state().consent);
        press(Qt::Key_Space);
        for (const EvidenceRole role : {EvidenceRole::IdPortrait, EvidenceRole::IdEmblem,
                                        EvidenceRole::Licence, EvidenceRole::Photo}) {
            QTRY_VERIFY(isAt(role));
            m_desk->cameras.camera->showFrame();
            QTRY_VERIFY(state().canCapture);
            press(Qt::Key_Space);
        }
        QVERIFY(m_desk->live.state().burst == BurstState::Armed); // nothing is green
        press(Qt::Key_Escape);
        QVERIFY(m_desk->live.state().burst == BurstState::Idle);
        press(Qt::Key_Space);
        press(Qt::Key_Space); // at once
        m_desk->cameras.camera->showBurst();
        QTRY_VERIFY(state().currentStep()->kind == StepItem::Kind::CheckAndPrint);
    }

    void altAndADigitGoToTheStep()
    {
        press(Qt::Key_F2);
        QTRY_VERIFY(state().consent);
        press(Qt::Key_Space);
        QTRY_VERIFY(!state().consent);
        press(Qt::Key_4, Qt::AltModifier);
        QCOMPARE(state().current, 3);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(state().current, 2);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(state().current, 3);
    }

    void theCameraStaysShutUntilTheApplicantAgrees()
    {
        press(Qt::Key_F2);
        QTRY_VERIFY(state().consent);
        QCOMPARE(m_desk->cameras.opened, 0);
        press(Qt::Key_Space);
        QTRY_COMPARE(m_desk->cameras.opened, 1);
    }

    void screensHaveTheirKeys()
    {
        press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(m_shell->screen() == ui::Shell::Screen::Upload);
        press(Qt::Key_F4);
        QVERIFY(m_shell->screen() == ui::Shell::Screen::Today);
        press(Qt::Key_Return); // the first card is marked
        QTRY_VERIFY(state().view);
        QVERIFY(m_shell->screen() == ui::Shell::Screen::Session);
    }

private:
    const SessionPageState& state() { return m_desk->session.state(); }

    bool isAt(EvidenceRole role)
    {
        const StepItem* step = state().currentStep();
        return step && step->kind == StepItem::Kind::Capture && step->step.role == role &&
               m_desk->cameras.camera;
    }

    void layDown(EvidenceRole role)
    {
        QTRY_VERIFY(isAt(role));
        const int before = m_desk->sessions.pictures;
        m_desk->watch.view.allGreen = false; // the hand that lays it down
        m_desk->cameras.camera->showFrame();
        QTest::qWait(2);
        m_desk->watch.view.allGreen = true;
        for (int i = 0; i < 6 && m_desk->sessions.pictures == before; ++i) {
            m_desk->cameras.camera->showFrame();
            QTest::qWait(1); // one look per frame
        }
        QTRY_COMPARE(m_desk->sessions.pictures, before + 1);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_keys;
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_shell.get(), key, modifiers);
    }

    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ui::Shell> m_shell;
    int m_keys = 0;
};

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
