// SPDX-License-Identifier: Apache-2.0
#include "support/fake_desk.h"
#include "support/gui_checks.h"
#include "ui/common/camera_view.h"
#include "ui/common/lamp_list.h"
#include "ui/session/session_page.h"

#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestSessionPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::theme::apply(*qApp); }
    void init()
    {
        failOnUnexpectedWarnings();
        m_desk = std::make_unique<FakeDesk>();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void withoutASessionItSaysWhichKeysLeadOn()
    {
        build();
        const auto* words = m_page->findChild<QLabel*>(u"nothing"_s);
        QVERIFY(words->isVisible());
        QVERIFY(words->text().contains(u"F2") && words->text().contains(u"F4"));
    }

    void theNoticeHasTheFocusOnItsButton()
    {
        begin(false);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"agreeButton"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(!state().consent);
    }

    void thePortraitOnTheCardStandsBesideThePhotoOnly()
    {
        begin();
        auto* portrait = m_page->findChild<QLabel*>(u"idPortrait"_s);
        QVERIFY(!portrait->isVisible());
        m_desk->session.goTo(3);
        QVERIFY(!portrait->isVisible()); // no card was taken
        m_desk->session.goTo(0);
        take();
        m_desk->session.goTo(3);
        QTRY_VERIFY(portrait->isVisible());
        QVERIFY(!portrait->accessibleName().isEmpty());
        m_desk->session.goTo(2);
        QVERIFY(!portrait->isVisible());
    }

    void aPaperTakenAlreadySaysSo()
    {
        begin();
        m_desk->watch.view.allGreen = true;
        const auto* advice = m_page->findChild<QLabel*>(u"advice"_s);
        for (int i = 0; i < 8 && state().current == 0; ++i) {
            m_desk->cameras.camera->showFrame();
            QTest::qWait(1);
        }
        QTRY_COMPARE(state().current, 1); // taken by itself, and still lying there
        m_desk->cameras.camera->showFrame();
        QTRY_VERIFY(advice->text().startsWith(u"This side is taken"));
        m_desk->watch.view.allGreen = false;
        m_desk->cameras.camera->showFrame();
        QTest::qWait(1);
        m_desk->watch.view.allGreen = true;
        m_desk->cameras.camera->showFrame();
        QTRY_VERIFY(advice->text().startsWith(u"Lies well"));
    }

    void aLostCameraSaysSoInThePicture()
    {
        begin();
        m_desk->cameras.camera->showFrame();
        m_desk->cameras.camera->vanish();
        const auto* view = m_page->findChild<ui::CameraView*>(u"cameraView"_s);
        QVERIFY(view->frame().isNull());
        QVERIFY(!view->message().isEmpty());
        QVERIFY(!m_page->findChild<QWidget*>(u"primaryButton"_s)->isEnabled());
    }

    void aLetterTypedIntoATextFieldRetakesNothing()
    {
        begin();
        take();
        m_desk->session.goTo(0);
        QVERIFY(!state().live);
        QLineEdit field(m_page.get());
        field.show();
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_R);
        QCOMPARE(field.text(), u"r"_s);
        QVERIFY(!state().live);
        m_page->focusPrimary();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_R);
        QVERIFY(state().live);
    }

    void figuresComeWithF12()
    {
        begin();
        const auto* lamps = m_page->findChild<ui::LampList*>(u"lamps"_s);
        QVERIFY(!lamps->areFiguresShown());
        QTest::keyClick(m_page.get(), Qt::Key_F12);
        QVERIFY(lamps->areFiguresShown());
    }

    void tabGoesThroughTheStepsAndTheButtons()
    {
        begin();
        m_desk->cameras.camera->showFrame();
        QTRY_VERIFY(state().canCapture);
        auto* first = m_page->findChild<QWidget*>(u"step1"_s);
        QCOMPARE(tabOrder(*first),
                 QStringList({u"step1"_s, u"step2"_s, u"step3"_s, u"step4"_s, u"step5"_s,
                              u"step6"_s, u"primaryButton"_s, u"importButton"_s}));
    }

    void nothingIsWrongInEitherLanguage_data() { addLanguagesAndSizes(); }
    void nothingIsWrongInEitherLanguage()
    {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        const InLanguage words(language);
        QVERIFY(words.isLoaded);
        begin(false, size);
        QString faults = faultsOf(*m_page);
        m_desk->session.giveConsent();
        QTRY_VERIFY(!state().consent);
        for (int step = 0; step < 4; ++step) {
            m_desk->session.goTo(step);
            m_desk->cameras.camera->showFrame();
            QTRY_VERIFY(state().canCapture);
            faults += faultsOf(*m_page);
            take();
            QTRY_VERIFY(!state().busy);
        }
        QTRY_VERIFY(state().canPrint);
        faults += faultsOf(*m_page);
        m_desk->session.print();
        QTRY_COMPARE(state().current, 5);
        take();
        QTRY_VERIFY(state().canApprove);
        faults += faultsOf(*m_page);
        m_desk->session.approve();
        QTRY_VERIFY(state().isFrozen());
        faults += faultsOf(*m_page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

private:
    const SessionPageState& state() { return m_desk->session.state(); }

    void build(QSize size = {1366, 714})
    {
        m_page = std::make_unique<ui::SessionPage>(m_desk->session);
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void begin(bool agree = true, QSize size = {1366, 714})
    {
        build(size);
        m_desk->session.begin(specimenFiling());
        QTRY_VERIFY(state().view);
        if (!agree)
            return;
        m_desk->session.giveConsent();
        QTRY_VERIFY(m_desk->cameras.camera);
    }

    void take()
    {
        QVERIFY(m_desk->cameras.camera);
        m_desk->cameras.camera->showFrame();
        QTRY_VERIFY(state().canCapture);
        const int before = m_desk->sessions.pictures;
        m_desk->session.capture();
        if (state().currentStep()->step.role == EvidenceRole::Photo) {
            m_desk->session.capture(); // at once
            m_desk->cameras.camera->showBurst();
        }
        QCOMPARE(m_desk->sessions.pictures, before + 1);
        QTRY_VERIFY(!state().busy);
    }

    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ui::SessionPage> m_page;
};

QTEST_MAIN(TestSessionPage)
#include "tst_session_page.moc"
