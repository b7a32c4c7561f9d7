// SPDX-License-Identifier: Apache-2.0
#include "ui/session/verdict_light.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace handshake::ui {

using namespace Qt::StringLiterals;

VerdictLight::VerdictLight(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"verdictLight"_s);
    setFixedHeight(sizeHint().height());
}

void VerdictLight::setState(Sign sign, const QString& words, const QString& detail)
{
    m_sign = sign;
    m_words = words;
    m_detail = detail;
    setAccessibleName(words);
    setAccessibleDescription(detail);
    update();
}

void VerdictLight::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colourOf(m_sign), 1.5));
    painter.setBrush(softColourOf(m_sign));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
    drawSign(painter, QRectF(22, 18, 48, 48), m_sign);
    painter.setPen(colourOf(m_sign));
    painter.setFont(theme::font(18, true));
    painter.drawText(QRect(90, 10, width() - 104, 38), Qt::AlignVCenter, m_words);
    painter.setPen(QColor(theme::kText));
    painter.setFont(theme::font(theme::kBody));
    painter.drawText(QRect(90, 46, width() - 104, 26), Qt::AlignVCenter, m_detail);
}

} // namespace handshake::ui
