// SPDX-License-Identifier: Apache-2.0
#include "ui/common/sign_delegate.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace handshake::ui {

namespace {

constexpr int kSign = 17;
constexpr int kIndent = 32;

} // namespace

SignDelegate::SignDelegate(SignOf signOfIndex, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_signOf(std::move(signOfIndex))
{
}

void SignDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, QColor(theme::kAccentSoft));
    const Sign sign = m_signOf(index);
    drawSign(
        *painter,
        QRectF(option.rect.left() + 9, option.rect.center().y() - kSign / 2.0 + 1, kSign, kSign),
        sign);
    painter->setPen(colourOf(sign));
    painter->setFont(theme::font(theme::kBody, sign == Sign::Bad));
    painter->drawText(option.rect.adjusted(kIndent, 0, -4, 0), Qt::AlignVCenter,
                      index.data().toString());
    painter->restore();
}

QSize SignDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics metrics(theme::font(theme::kBody, true));
    return {metrics.horizontalAdvance(index.data().toString()) + kIndent + 12, 34};
}

} // namespace handshake::ui
