// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/delivery_model.h"

#include "app/workflow/display_words.h"
#include "app/workflow/error_text.h"

#include <QLocale>

#include <algorithm>

namespace handshake {

namespace {

double shareOf(const TransferRow& row)
{
    if (row.state == TransferState::Receipted)
        return 1.0;
    return row.bytes > 0 ? static_cast<double>(row.sent) / static_cast<double>(row.bytes) : 0.0;
}

} // namespace

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
}

void DeliveryModel::setRows(std::vector<TransferRow> rows)
{
    const bool same = std::equal(
        rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const TransferRow& a, const TransferRow& b) { return a.dossier == b.dossier; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void DeliveryModel::apply(const DossierProgress& progress)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const TransferRow& row) {
        return row.dossier == progress.id;
    });
    if (found == m_rows.end())
        return;
    found->sent = progress.sent;
    if (progress.total > 0)
        found->bytes = progress.total;
    found->state = progress.state;
    found->reason = progress.reason;
    const int row = static_cast<int>(found - m_rows.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
}

int DeliveryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DeliveryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant DeliveryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TransferRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == StateRole)
        return static_cast<int>(row.state);
    if (role == ShareRole)
        return shareOf(row);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Column::Subject:
        return row.subjectName;
    case Column::Order:
        return row.orderId;
    case Column::State:
        return words::transfer(row.state);
    case Column::Progress:
        return tr("%1 of %2").arg(sizeText(row.sent), sizeText(row.bytes));
    case Column::Advice:
        if (!row.filingNumber.isEmpty())
            return tr("Receipt %1").arg(row.filingNumber);
        return row.reason.isEmpty() ? QString() : ErrorText::advice(row.reason, {});
    }
    return {};
}

QVariant DeliveryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Subject:
        return tr("Subject");
    case Column::Order:
        return tr("Order");
    case Column::State:
        return tr("State");
    case Column::Progress:
        return tr("Sent");
    case Column::Advice:
        return tr("Receipt or what to do");
    }
    return {};
}

} // namespace handshake
