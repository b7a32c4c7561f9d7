// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/filing/filing.h"
#include "app/session/session_types.h"

#include <QAbstractListModel>

#include <vector>

namespace handshake {

/// The cards of the day: orders that wait, and sessions. One list; the columns of the board filter
/// it by ColumnRole.
class TodayModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// The columns of the board, left to right.
    enum class Column : std::uint8_t { Orders, Drafts, ToReview, ToSend, Sent, Returned };
    static constexpr int kColumns = 6;

    enum Role : int {                  // NOLINT(performance-enum-size): Qt's roles are int
        ColumnRole = Qt::UserRole + 1, ///< int of Column
        TitleRole,                     ///< the subject's name
        SubtitleRole,                  ///< order number and kind
        StatusRole,                    ///< state in words, with what is missing
        MissingRole,                   ///< int, required steps without evidence; 0 for orders
        TimeRole,                      ///< QDateTime in Beijing time; invalid for orders
        SessionRole,                   ///< QString, empty for orders
        OrderIndexRole,                ///< int into orders(), -1 for sessions
    };

    using QAbstractListModel::QAbstractListModel;

    void setOrders(std::vector<Filing> orders);
    void setSessions(std::vector<SessionSummary> sessions);
    [[nodiscard]] const std::vector<Filing>& orders() const { return m_orders; }
    [[nodiscard]] int countOf(Column column) const;
    [[nodiscard]] static QString title(Column column);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QVariant orderData(std::size_t index, int role) const;
    [[nodiscard]] QVariant sessionData(const SessionSummary& session, int role) const;
    void rebuildOrders();

    std::vector<Filing> m_offered; ///< all; those with a session already are not shown
    std::vector<Filing> m_orders;
    std::vector<SessionSummary> m_sessions;
};

} // namespace handshake
