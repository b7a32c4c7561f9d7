// SPDX-License-Identifier: Apache-2.0
#include "ui/common/toast.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace handshake::ui {

using namespace Qt::StringLiterals;

Toast::Toast(QWidget* parent)
    : QLabel(parent)
{
    setObjectName(u"toast"_s);
    setAlignment(Qt::AlignCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFont(theme::font(theme::kBody, true));
    m_timer.setSingleShot(true);
    m_timer.setInterval(3500);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Toast::say(const QString& words)
{
    setText(words);
    setAccessibleName(words);
    resize(fontMetrics().horizontalAdvance(words) + 56, 42);
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - 20);
    show();
    raise();
    m_timer.start();
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(theme::kText));
    painter.drawRoundedRect(rect(), 21, 21);
    painter.setPen(QColor(theme::kSurface));
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace handshake::ui
