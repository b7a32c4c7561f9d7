// SPDX-License-Identifier: Apache-2.0
#include "ui/common/key_sheet.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 31;
constexpr int kColumn = 470;
constexpr int kHead = 40;

std::vector<KeyBinding> bindingsOf(KeyScope scope)
{
    std::vector<KeyBinding> result;
    for (const KeyBinding& binding : keyBindings()) {
        // The steps are one line: Alt+1 stands for its row.
        const bool laterStep =
            binding.action > KeyAction::Step1 && binding.action <= KeyAction::Step9;
        if (binding.scope == scope && !laterStep)
            result.push_back(binding);
    }
    return result;
}

void drawColumn(QPainter& painter, QPoint at, KeyScope scope)
{
    painter.setPen(QColor(theme::kQuiet));
    painter.setFont(theme::font(theme::kBody, true));
    painter.drawText(QRect(at, QSize(kColumn, kHead)), Qt::AlignVCenter, keyScopeLabel(scope));
    int y = at.y() + kHead;
    for (const KeyBinding& binding : bindingsOf(scope)) {
        const bool steps = binding.action == KeyAction::Step1;
        const QString key = steps ? u"Alt+1 … 9"_s : keyText(binding.action);
        const QString label = steps ? KeySheet::tr("Step 1 to 9") : keyLabel(binding.action);
        painter.setFont(theme::font(9));
        const int width = painter.fontMetrics().horizontalAdvance(key) + 16;
        const QRectF cap(at.x() + 104 - width, y + 4, width, kRow - 8);
        painter.setPen(QColor(theme::kLine));
        painter.setBrush(QColor(theme::kSunken));
        painter.drawRoundedRect(cap, 4, 4);
        painter.setPen(QColor(theme::kText));
        painter.drawText(cap, Qt::AlignCenter, key);
        painter.setFont(theme::font(theme::kBody));
        painter.drawText(QRect(at.x() + 118, y, kColumn - 118, kRow), Qt::AlignVCenter, label);
        y += kRow;
    }
}

} // namespace

KeySheet::KeySheet(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"keySheet"_s);
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void KeySheet::showFor(KeyScope scope)
{
    m_scope = scope;
    QStringList lines;
    for (const KeyScope part : {m_scope, KeyScope::Everywhere}) {
        for (const KeyBinding& binding : bindingsOf(part))
            lines << keyText(binding.action) + u": "_s + keyLabel(binding.action);
    }
    setAccessibleName(tr("Keys of this screen"));
    setAccessibleDescription(lines.join(u"\n"_s));
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void KeySheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), QColor(16, 22, 30, 140));
    const auto rows = std::max(bindingsOf(m_scope).size(), bindingsOf(KeyScope::Everywhere).size());
    const QSize size(2 * kColumn + 72, 92 + kHead + kRow * static_cast<int>(rows));
    const QRect box(
        QPoint((width() - size.width()) / 2, std::max(8, (height() - size.height()) / 2)), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(theme::kSurface));
    painter.drawRoundedRect(box, 12, 12);
    painter.setPen(QColor(theme::kText));
    painter.setFont(theme::font(theme::kTitle, true));
    painter.drawText(QRect(box.left() + 28, box.top() + 14, kColumn, 44), Qt::AlignVCenter,
                     tr("Keys of this screen"));
    painter.setFont(theme::font(9));
    painter.setPen(QColor(theme::kQuiet));
    painter.drawText(QRect(box.right() - 28 - kColumn, box.top() + 14, kColumn, 44),
                     Qt::AlignVCenter | Qt::AlignRight, tr("Any key closes this sheet"));
    const int top = box.top() + 62;
    drawColumn(painter, {box.left() + 28, top}, m_scope);
    if (m_scope != KeyScope::Everywhere)
        drawColumn(painter, {box.left() + 44 + kColumn, top}, KeyScope::Everywhere);
}

bool KeySheet::event(QEvent* event)
{
    // While the sheet is shown no key acts on the screen behind it.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return QWidget::event(event);
}

void KeySheet::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    hide();
}

void KeySheet::mousePressEvent(QMouseEvent*)
{
    hide();
}

} // namespace handshake::ui
