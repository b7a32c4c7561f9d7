// SPDX-License-Identifier: Apache-2.0
#include "ui/delivery/progress_delegate.h"

#include "app/workflow/delivery_model.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace handshake::ui {

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, QColor(theme::kAccentSoft));
    const QRectF cell = QRectF(option.rect).adjusted(8, 5, -16, -7);
    painter->setPen(QColor(theme::kText));
    painter->setFont(theme::font(theme::kBody));
    painter->drawText(cell.adjusted(0, 0, 0, -7), Qt::AlignVCenter, index.data().toString());
    const double share = std::clamp(index.data(DeliveryModel::ShareRole).toDouble(), 0.0, 1.0);
    const QRectF bar(cell.left(), cell.bottom() - 5, cell.width(), 5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(theme::kLine));
    painter->drawRoundedRect(bar, 2.5, 2.5);
    painter->setBrush(QColor(share < 1.0 ? theme::kAccent : theme::kGood));
    painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * share, bar.height())), 2.5,
                             2.5);
    painter->restore();
}

} // namespace handshake::ui
