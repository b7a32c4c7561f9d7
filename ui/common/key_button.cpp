// SPDX-License-Identifier: Apache-2.0
#include "ui/common/key_button.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSide = 14;
constexpr int kCapPad = 7;
constexpr int kPlainHeight = 38;

} // namespace

KeyButton::KeyButton(KeyAction action, Look look, QWidget* parent)
    : QPushButton(parent)
    , m_action(action)
    , m_look(look)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setLabel(keyLabel(action));
}

void KeyButton::setLabel(const QString& label)
{
    if (m_label == label)
        return;
    m_label = label;
    setText(label);
    setAccessibleName(u"%1 (%2)"_s.arg(label, keyText(m_action)));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QFont KeyButton::labelFont() const
{
    return theme::font(m_look == Look::Primary ? theme::kLead : theme::kBody,
                       m_look == Look::Primary);
}

QSize KeyButton::sizeHint() const
{
    const int words = QFontMetrics(labelFont()).horizontalAdvance(m_label);
    const int cap = QFontMetrics(theme::font(9)).horizontalAdvance(keyText(m_action));
    return {words + cap + 2 * kSide + 2 * kCapPad + 14,
            m_look == Look::Primary ? theme::kBigButton : kPlainHeight};
}

QSize KeyButton::minimumSizeHint() const
{
    return sizeHint();
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool primary = m_look == Look::Primary;
    const QRectF box = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    QColor ground = primary ? QColor(theme::kAccent) : QColor(theme::kSurface);
    if (!isEnabled())
        ground = QColor(theme::kSunken);
    else if (isDown() || underMouse())
        ground = primary ? QColor(theme::kAccentDeep) : QColor(theme::kAccentSoft);
    painter.setPen(primary ? Qt::NoPen : QPen(QColor(theme::kLine), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, theme::kRadius - 1, theme::kRadius - 1);
    if (hasFocus()) {
        painter.setPen(QPen(QColor(primary ? theme::kAccentDeep : theme::kAccent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius,
                                theme::kRadius);
    }
    const QColor ink = !isEnabled() ? QColor(theme::kQuiet)
                       : primary    ? QColor(theme::kSurface)
                                    : QColor(theme::kText);
    const QFont capFont = theme::font(9);
    const QString key = keyText(m_action);
    const int capWidth = QFontMetrics(capFont).horizontalAdvance(key) + 2 * kCapPad;
    const QRectF cap(width() - kSide - capWidth, (height() - 22) / 2.0, capWidth, 22);
    painter.setFont(labelFont());
    painter.setPen(ink);
    painter.drawText(QRectF(kSide, 0, cap.left() - kSide - 6, height()),
                     Qt::AlignVCenter | Qt::AlignLeft, m_label);
    painter.setFont(capFont);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::NoBrush);
    painter.setOpacity(0.85);
    painter.drawRoundedRect(cap, 4, 4);
    painter.drawText(cap, Qt::AlignCenter, key);
}

} // namespace handshake::ui
