// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/delivery_gateway.h"

#include <QAbstractTableModel>

#include <vector>

namespace handshake {

/// "664 KB" in the language of the window.
[[nodiscard]] QString sizeText(qint64 bytes);

/// Dossiers on their way to the provider.
class DeliveryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column : int { Subject, Order, State, Progress, Advice };
    static constexpr int kColumns = 5;

    enum Role : int {                 // NOLINT(performance-enum-size): Qt's roles are int
        StateRole = Qt::UserRole + 1, ///< int of TransferState
        ShareRole,                    ///< double, 0 to 1: bytes sent
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the rows in place when the same dossiers stand there, so that the marked one stays
    /// marked.
    void setRows(std::vector<TransferRow> rows);
    void apply(const DossierProgress& progress);
    [[nodiscard]] const std::vector<TransferRow>& rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<TransferRow> m_rows;
};

} // namespace handshake
