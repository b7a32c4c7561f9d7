// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/key_registry.h"

#include <QSet>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestKeyRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyMeansTwoThingsOnOneScreen()
    {
        for (const KeyScope scope : {KeyScope::Today, KeyScope::Session, KeyScope::Delivery}) {
            QSet<QString> seen;
            for (const KeyBinding& binding : keyBindings()) {
                if (binding.scope != scope && binding.scope != KeyScope::Everywhere)
                    continue;
                for (const QKeySequence& key : binding.keys) {
                    const QString text = key.toString(QKeySequence::PortableText);
                    QVERIFY2(!seen.contains(text), qPrintable(text));
                    seen.insert(text);
                }
            }
        }
    }

    void inputMethodsKeepTheirKeys()
    {
        for (const KeyBinding& binding : keyBindings()) {
            for (const QKeySequence& key : binding.keys) {
                const QString text = key.toString(QKeySequence::PortableText);
                QVERIFY2(text != u"Ctrl+Space" && text != u"Shift+Space" && text != u"Shift" &&
                             text != u"Ctrl+.",
                         qPrintable(text));
            }
        }
    }

    void everyActionHasAKeyAndAName()
    {
        QSet<int> actions;
        for (const KeyBinding& binding : keyBindings()) {
            QVERIFY(!binding.keys.isEmpty());
            QVERIFY(!binding.keys.front().isEmpty());
            QVERIFY(!keyLabel(binding.action).isEmpty());
            QVERIFY(!keyText(binding.action).isEmpty());
            QVERIFY(!keyScopeLabel(binding.scope).isEmpty());
            QVERIFY(!actions.contains(static_cast<int>(binding.action)));
            actions.insert(static_cast<int>(binding.action));
        }
        QCOMPARE(actions.size(), static_cast<int>(KeyAction::OpenCard) + 1);
    }
};

QTEST_GUILESS_MAIN(TestKeyRegistry)
#include "tst_key_registry.moc"
