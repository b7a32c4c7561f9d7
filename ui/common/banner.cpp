// SPDX-License-Identifier: Apache-2.0
#include "ui/common/banner.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace handshake::ui {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget* parent)
    : QFrame(parent)
    , m_words(new QLabel)
    , m_action(new QPushButton)
{
    setObjectName(u"banner"_s);
    m_words->setObjectName(u"bannerWords"_s);
    m_words->setWordWrap(true);
    m_action->setObjectName(u"bannerAction"_s);
    m_action->setAutoDefault(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(44, 6, 8, 6);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_action);
    setMinimumHeight(46);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionChosen);
    setVisible(false);
}

void Banner::show(Sign sign, const QString& words, const QString& action)
{
    m_sign = sign;
    m_words->setText(words);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    update();
}

QString Banner::words() const
{
    return isHidden() ? QString() : m_words->text();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colourOf(m_sign), 1));
    painter.setBrush(softColourOf(m_sign));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius,
                            theme::kRadius);
    drawSign(painter, QRectF(14, (height() - 20) / 2.0, 20, 20), m_sign);
}

} // namespace handshake::ui
