// SPDX-License-Identifier: Apache-2.0
#include "app/main/first_paint.h"

#include "app/core/log.h"

#include <QEvent>

namespace handshake {

Q_LOGGING_CATEGORY(startLog, "handshake.main")

FirstPaint::FirstPaint(QObject* parent)
    : QObject(parent)
{
    m_elapsed.start();
}

void FirstPaint::watch(QObject& widget)
{
    widget.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // Behind the events that are waiting: by then the children have painted too.
        QMetaObject::invokeMethod(
            this,
            [this] {
                log::info(startLog(), "window painted", {{"ms", m_elapsed.elapsed()}});
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace handshake
