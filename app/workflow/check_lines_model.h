// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/session_gateway.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace handshake {

/// Every line of check & print: what is open first, the gravest on top, then what agrees.
class CheckLinesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column : int { Result, What, Filed, Found, Advice };
    static constexpr int kColumns = 5;

    enum Role : int {                  // NOLINT(performance-enum-size): Qt's roles are int
        ResultRole = Qt::UserRole + 1, ///< int of CheckResult
        KeyRole,                       ///< QString, the open item's key; empty when it agrees
        BlocksRole,                    ///< bool
        OverridableRole,               ///< bool: somebody may take responsibility
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the rows in place when nothing changed, so that the marked line stays marked.
    void setView(const SessionView& view);
    [[nodiscard]] int blockingCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Line {
        QString key{}; ///< of the open item or the cross-check
        CheckResult result = CheckResult::Pass;
        QString filed{};
        QString found{};
        QString advice{}; ///< in words
        bool open = false;
        bool blocks = false;
        bool overridable = false;

        friend bool operator==(const Line&, const Line&) = default;
    };

    [[nodiscard]] static std::vector<Line> linesOf(const SessionView& view);

    std::vector<Line> m_lines;
};

} // namespace handshake
