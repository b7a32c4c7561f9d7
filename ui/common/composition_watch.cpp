// SPDX-License-Identifier: Apache-2.0
#include "ui/common/composition_watch.h"

#include <QInputMethodEvent>
#include <QWidget>

namespace handshake::ui {

CompositionWatch::CompositionWatch(QWidget* field)
    : QObject(field)
{
    field->installEventFilter(this);
}

bool CompositionWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::InputMethod)
        m_composing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
    else if (event->type() == QEvent::FocusOut)
        m_composing = false; // the input method ends what it composes
    return QObject::eventFilter(watched, event);
}

} // namespace handshake::ui
