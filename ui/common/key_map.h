// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/key_registry.h"

#include <QList>
#include <QShortcut>
#include <QWidget>

#include <utility>

namespace handshake::ui {

/// Makes the registry's keys for `action` call `slot` of `receiver` while `widget` is shown,
/// wherever in its window the focus is. Gives the shortcuts, one per key, owned by `widget`.
template <typename Receiver, typename Slot>
QList<QShortcut*> bindKey(KeyAction action, QWidget* widget, Receiver* receiver, Slot slot,
                          Qt::ShortcutContext context = Qt::WindowShortcut)
{
    QList<QShortcut*> shortcuts;
    for (const QKeySequence& key : keyBinding(action).keys) {
        auto* shortcut = new QShortcut(key, widget);
        shortcut->setContext(context);
        shortcut->setAutoRepeat(false);
        QObject::connect(shortcut, &QShortcut::activated, receiver, slot);
        shortcuts.append(shortcut);
    }
    return shortcuts;
}

} // namespace handshake::ui
