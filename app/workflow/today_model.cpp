// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/today_model.h"

#include "app/core/clock.h"
#include "app/workflow/display_words.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

TodayModel::Column columnOf(SessionState state)
{
    switch (state) {
    case SessionState::Capturing:
    case SessionState::AwaitingForm:
        return TodayModel::Column::Drafts;
    case SessionState::AwaitingReview:
        return TodayModel::Column::ToReview;
    case SessionState::Approved:
        return TodayModel::Column::ToSend;
    case SessionState::Sent:
    case SessionState::Accepted:
    case SessionState::Passed:
        return TodayModel::Column::Sent;
    case SessionState::Returned:
    case SessionState::Rejected: // somebody has to tell the applicant
        return TodayModel::Column::Returned;
    }
    return TodayModel::Column::Drafts;
}

} // namespace

void TodayModel::setOrders(std::vector<Filing> orders)
{
    beginResetModel();
    m_offered = std::move(orders);
    rebuildOrders();
    endResetModel();
}

void TodayModel::setSessions(std::vector<SessionSummary> sessions)
{
    beginResetModel();
    m_sessions = std::move(sessions);
    std::sort(
        m_sessions.begin(), m_sessions.end(),
        [](const SessionSummary& a, const SessionSummary& b) { return a.changedAt > b.changedAt; });
    rebuildOrders();
    endResetModel();
}

void TodayModel::rebuildOrders()
{
    m_orders.clear();
    for (const Filing& order : m_offered) {
        const bool begun =
            std::any_of(m_sessions.begin(), m_sessions.end(), [&](const SessionSummary& session) {
                return session.order == order.orderId;
            });
        if (!begun)
            m_orders.push_back(order);
    }
}

int TodayModel::countOf(Column column) const
{
    if (column == Column::Orders)
        return static_cast<int>(m_orders.size());
    return static_cast<int>(
        std::count_if(m_sessions.begin(), m_sessions.end(),
                      [column](const SessionSummary& s) { return columnOf(s.state) == column; }));
}

QString TodayModel::title(Column column)
{
    switch (column) {
    case Column::Orders:
        return tr("Orders");
    case Column::Drafts:
        return tr("In progress");
    case Column::ToReview:
        return tr("To review");
    case Column::ToSend:
        return tr("To send");
    case Column::Sent:
        return tr("Sent");
    case Column::Returned:
        return tr("Returned");
    }
    return {};
}

int TodayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_orders.size() + m_sessions.size());
}

QVariant TodayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    return row < m_orders.size() ? orderData(row, role)
                                 : sessionData(m_sessions[row - m_orders.size()], role);
}

QVariant TodayModel::orderData(std::size_t index, int role) const
{
    const Filing& order = m_orders[index];
    switch (role) {
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("Order %1, %2").arg(order.orderId.text(), order.subject.name);
    case Qt::DisplayRole:
    case TitleRole:
        return order.subject.name;
    case SubtitleRole:
        return order.orderId.text();
    case StatusRole:
        return tr("%1, %n website(s)", nullptr, static_cast<int>(order.websites.size()))
            .arg(words::kind(order.kind));
    case ColumnRole:
        return static_cast<int>(Column::Orders);
    case MissingRole:
        return 0;
    case SessionRole:
        return QString();
    case OrderIndexRole:
        return static_cast<int>(index);
    default:
        return {};
    }
}

QVariant TodayModel::sessionData(const SessionSummary& session, int role) const
{
    switch (role) {
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1, %2, order %3")
            .arg(session.subjectName, words::state(session.state), session.order.text());
    case Qt::DisplayRole:
    case TitleRole:
        return session.subjectName;
    case SubtitleRole:
        return session.order.text();
    case StatusRole:
        if (session.state == SessionState::Capturing && session.missing > 0)
            return tr("%n picture(s) missing", nullptr, session.missing);
        return words::state(session.state);
    case ColumnRole:
        return static_cast<int>(columnOf(session.state));
    case MissingRole:
        return session.missing;
    case TimeRole:
        return inBeijing(session.changedAt);
    case SessionRole:
        return session.id.text();
    case OrderIndexRole:
        return -1;
    default:
        return {};
    }
}

} // namespace handshake
