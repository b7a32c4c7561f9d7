// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/device_lamp.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace handshake::ui {

using namespace Qt::StringLiterals;

DeviceLamp::DeviceLamp(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DeviceLamp::setState(Sign sign, const QString& words)
{
    m_sign = sign;
    setToolTip(m_name + u": "_s + words);
    setAccessibleName(toolTip());
    update();
}

QSize DeviceLamp::sizeHint() const
{
    return {QFontMetrics(theme::font(9)).horizontalAdvance(m_name) + 34, 28};
}

void DeviceLamp::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(theme::kSurface)); // the sign keeps its contrast on the dark header
    painter.drawEllipse(QRectF(0, (height() - 20) / 2.0, 20, 20));
    drawSign(painter, QRectF(3, (height() - 14) / 2.0, 14, 14), m_sign);
    painter.setPen(QColor(theme::kSurface));
    painter.setFont(theme::font(9));
    painter.drawText(QRect(27, 0, width() - 27, height()), Qt::AlignVCenter, m_name);
}

} // namespace handshake::ui
