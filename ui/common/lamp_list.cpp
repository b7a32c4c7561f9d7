// SPDX-License-Identifier: Apache-2.0
#include "ui/common/lamp_list.h"

#include "app/workflow/display_words.h"
#include "ui/common/marks.h"
#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 27;
constexpr int kSign = 17;
constexpr int kWidth = 230;

QString figuresOf(const CheckValue& lamp)
{
    if (!lamp.value)
        return {};
    const QString value = QLocale().toString(*lamp.value, 'g', 3);
    return lamp.limit ? value + u" / "_s + QLocale().toString(*lamp.limit, 'g', 3) : value;
}

} // namespace

LampList::LampList(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Lamps"));
}

void LampList::setLamps(const std::vector<CheckValue>& lamps)
{
    if (m_lamps == lamps)
        return;
    const bool resized = m_lamps.size() != lamps.size();
    m_lamps = lamps;
    QStringList words;
    for (const CheckValue& lamp : m_lamps)
        words << words::check(lamp.id) + u": "_s + words::result(lamp.result);
    setAccessibleDescription(words.join(u", "_s));
    if (resized)
        updateGeometry();
    update();
}

void LampList::setFiguresShown(bool shown)
{
    m_figures = shown;
    update();
}

QSize LampList::sizeHint() const
{
    return {kWidth, kRow * static_cast<int>(m_lamps.size())};
}

void LampList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int y = 0;
    for (const CheckValue& lamp : m_lamps) {
        const Sign sign = signOf(lamp.result);
        drawSign(painter, QRectF(1, y + (kRow - kSign) / 2.0, kSign, kSign), sign);
        painter.setFont(theme::font(theme::kBody, sign == Sign::Bad));
        painter.setPen(QColor(theme::kText));
        painter.drawText(QRect(kSign + 10, y, width() - kSign - 10, kRow), Qt::AlignVCenter,
                         words::check(lamp.id));
        const QString right = m_figures ? figuresOf(lamp) : words::result(lamp.result);
        painter.setFont(theme::font(9));
        painter.setPen(m_figures ? QColor(theme::kQuiet) : colourOf(sign));
        painter.drawText(QRect(0, y, width() - 2, kRow), Qt::AlignVCenter | Qt::AlignRight, right);
        y += kRow;
    }
}

} // namespace handshake::ui
