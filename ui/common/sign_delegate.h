// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/marks.h"

#include <QStyledItemDelegate>

#include <functional>

namespace handshake::ui {

/// A table cell with a sign before its words.
class SignDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using SignOf = std::function<Sign(const QModelIndex&)>;

    explicit SignDelegate(SignOf signOfIndex, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    SignOf m_signOf;
};

} // namespace handshake::ui
