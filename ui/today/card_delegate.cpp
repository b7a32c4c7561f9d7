// SPDX-License-Identifier: Apache-2.0
#include "ui/today/card_delegate.h"

#include "app/workflow/today_model.h"
#include "ui/common/marks.h"
#include "ui/common/theme.h"

#include <QDateTime>
#include <QPainter>
#include <QTextOption>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 116;

Sign signFor(const QModelIndex& index)
{
    switch (static_cast<TodayModel::Column>(index.data(TodayModel::ColumnRole).toInt())) {
    case TodayModel::Column::Orders:
        return Sign::Empty;
    case TodayModel::Column::Drafts:
        return index.data(TodayModel::MissingRole).toInt() > 0 ? Sign::Look : Sign::Busy;
    case TodayModel::Column::ToReview:
    case TodayModel::Column::ToSend:
        return Sign::Busy;
    case TodayModel::Column::Sent:
        return Sign::Good;
    case TodayModel::Column::Returned:
        return Sign::Bad;
    }
    return Sign::Empty;
}

} // namespace

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state.testFlag(QStyle::State_Selected) &&
                        option.state.testFlag(QStyle::State_Active) &&
                        option.state.testFlag(QStyle::State_HasFocus);
    const QRectF box = QRectF(option.rect).adjusted(3, 3, -3, -5);
    painter->setPen(QPen(QColor(chosen ? theme::kAccent : theme::kLine), chosen ? 2 : 1));
    painter->setBrush(QColor(chosen ? theme::kAccentSoft : theme::kSurface));
    painter->drawRoundedRect(box, theme::kRadius, theme::kRadius);

    const QRectF inner = box.adjusted(11, 8, -9, -8);
    painter->setPen(QColor(theme::kText));
    painter->setFont(theme::font(theme::kBody, true));
    QTextOption wrap(Qt::AlignLeft | Qt::AlignTop);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QString title = index.data(TodayModel::TitleRole).toString();
    const int lines = painter->fontMetrics().height();
    painter->drawText(QRectF(inner.left(), inner.top(), inner.width(), 2.0 * lines), title, wrap);

    const auto line = [&](double fromBottom, const QString& text, QColor ink, double indent) {
        painter->setPen(ink);
        const QRectF place(inner.left() + indent, inner.bottom() - fromBottom,
                           inner.width() - indent, 20);
        painter->drawText(place, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideMiddle,
                                                            static_cast<int>(place.width())));
    };
    painter->setFont(theme::font(9));
    QString second = index.data(TodayModel::SubtitleRole).toString();
    const QDateTime time = index.data(TodayModel::TimeRole).toDateTime();
    if (time.isValid())
        second = time.toString(u"HH:mm"_s) + u"  "_s + second;
    line(41, second, QColor(theme::kQuiet), 0);
    const Sign sign = signFor(index);
    drawSign(*painter, QRectF(inner.left(), inner.bottom() - 17, 15, 15), sign);
    line(20, index.data(TodayModel::StatusRole).toString(),
         sign == Sign::Empty ? QColor(theme::kText) : colourOf(sign), 21);
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {150, kHeight};
}

} // namespace handshake::ui
