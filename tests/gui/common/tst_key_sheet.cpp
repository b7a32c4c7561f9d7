// SPDX-License-Identifier: Apache-2.0
#include "support/gui_checks.h"
#include "ui/common/key_sheet.h"

#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace handshake;
using namespace handshake::test;
using namespace Qt::StringLiterals;

class TestKeySheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void itTellsEveryKeyOfTheScreenToAScreenReader()
    {
        QWidget window;
        ui::KeySheet sheet(&window);
        window.show();
        sheet.showFor(KeyScope::Session);
        for (const KeyBinding& binding : keyBindings()) {
            const bool shown =
                binding.scope == KeyScope::Session || binding.scope == KeyScope::Everywhere;
            const bool laterStep =
                binding.action > KeyAction::Step1 && binding.action <= KeyAction::Step9;
            if (shown && !laterStep && binding.action != KeyAction::Step1)
                QVERIFY2(sheet.accessibleDescription().contains(keyLabel(binding.action)),
                         qPrintable(keyLabel(binding.action)));
        }
    }

    void noKeyActsBehindIt()
    {
        QWidget window;
        ui::KeySheet sheet(&window);
        QShortcut retake(QKeySequence(Qt::Key_R), &window);
        const QSignalSpy retaken(&retake, &QShortcut::activated);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        sheet.showFor(KeyScope::Session);
        QTest::keyClick(&sheet, Qt::Key_R);
        QVERIFY(!sheet.isVisible());
        QCOMPARE(retaken.size(), 0);
        QTest::keyClick(&window, Qt::Key_R);
        QCOMPARE(retaken.size(), 1);
    }
};

QTEST_MAIN(TestKeySheet)
#include "tst_key_sheet.moc"
