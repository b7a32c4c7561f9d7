// SPDX-License-Identifier: Apache-2.0
#include "support/gui_checks.h"
#include "ui/common/reason_dialog.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace handshake::test;
using namespace handshake::ui;
using namespace Qt::StringLiterals;

class TestReasonDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp); }

    void init()
    {
        failOnUnexpectedWarnings();
        m_dialog = std::make_unique<ReasonDialog>(u"Photo: Sharp"_s);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        m_reason = m_dialog->findChild<QLineEdit*>(u"reason"_s);
        QVERIFY(m_reason);
    }

    void cleanup() { m_dialog.reset(); }

    void withoutAReasonNothingIsConfirmed()
    {
        const QSignalSpy given(m_dialog.get(), &ReasonDialog::reasonGiven);
        QTest::keyClicks(m_reason, u"   "_s);
        QTest::keyClick(m_reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(given.size(), 0);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_dialog->findChild<QPushButton*>(u"confirmButton"_s)->isEnabled());
    }

    void controlEnterConfirmsAndPlainEnterDoesNot()
    {
        const QSignalSpy given(m_dialog.get(), &ReasonDialog::reasonGiven);
        QTest::keyClicks(m_reason, u"seen"_s);
        QTest::keyClick(m_reason, Qt::Key_Return);
        QCOMPARE(given.size(), 0);
        QTest::keyClick(m_reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.front().front().toString(), u"seen"_s);
    }

    void controlEnterSubmitsNothingWhileAnInputMethodComposes()
    {
        const QSignalSpy given(m_dialog.get(), &ReasonDialog::reasonGiven);
        m_reason->setText(u"已"_s);
        compose(u"hedui"_s, {});
        QTest::keyClick(m_reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(given.size(), 0);
        QVERIFY(m_dialog->isVisible());
        compose({}, u"核对"_s);
        QTest::keyClick(m_reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.front().front().toString(), u"已核对"_s);
    }

    void aCompositionThatWasGivenUpDoesNotLockTheDialog()
    {
        const QSignalSpy given(m_dialog.get(), &ReasonDialog::reasonGiven);
        QTest::keyClicks(m_reason, u"seen"_s);
        compose(u"he"_s, {});
        compose({}, {});
        QTest::keyClick(m_reason, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(given.size(), 1);
    }

    void escapeCancels()
    {
        const QSignalSpy given(m_dialog.get(), &ReasonDialog::reasonGiven);
        QTest::keyClicks(m_reason, u"seen"_s);
        QTest::keyClick(m_reason, Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(given.size(), 0);
    }

    void tabLeadsFromTheReasonToTheButtons()
    {
        QTest::keyClicks(m_reason, u"seen"_s);
        QCOMPARE(tabOrder(*m_reason),
                 QStringList({u"reason"_s, u"cancelButton"_s, u"confirmButton"_s}));
    }

    void nothingIsWrongInEitherLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Chinese") << u"zh_CN"_s;
        QTest::newRow("English") << u"en"_s;
    }

    void nothingIsWrongInEitherLanguage()
    {
        QFETCH(const QString, language);
        const InLanguage words(language);
        QVERIFY(words.isLoaded);
        m_dialog = std::make_unique<ReasonDialog>(u"Photo: Sharp"_s);
        m_dialog->show();
        const QString faults = faultsOf(*m_dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

private:
    void compose(const QString& preedit, const QString& commit)
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(m_reason, &event);
    }

    std::unique_ptr<ReasonDialog> m_dialog;
    QLineEdit* m_reason = nullptr;
};

QTEST_MAIN(TestReasonDialog)
#include "tst_reason_dialog.moc"
