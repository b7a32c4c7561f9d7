// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/check_lines_model.h"

#include "app/workflow/display_words.h"
#include "app/workflow/error_text.h"

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

void CheckLinesModel::setView(const SessionView& view)
{
    std::vector<Line> lines = linesOf(view);
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int CheckLinesModel::blockingCount() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(),
                                          [](const Line& line) { return line.blocks; }));
}

std::vector<CheckLinesModel::Line> CheckLinesModel::linesOf(const SessionView& view)
{
    std::vector<Line> lines;
    for (const OpenItem& item : view.verdict.open) {
        if (item.key.startsWith(u"form@"))
            continue; // the signed form comes after printing
        Line line{.key = item.key, .result = item.result, .open = true};
        line.advice = ErrorText::advice(item.advice, item.adviceArguments);
        line.blocks = item.blocks;
        line.overridable = item.overridableBy.has_value();
        lines.push_back(std::move(line));
    }
    for (const CrossCheck& check : view.crossChecks) {
        const auto open = std::find_if(lines.begin(), lines.end(),
                                       [&](const Line& line) { return line.key == check.id; });
        if (open == lines.end()) {
            // What is not open any more agrees, or somebody took responsibility for it.
            Line line{.key = check.id, .filed = check.expected, .found = check.found};
            if (check.result != CheckResult::Pass)
                line.advice = tr("Responsibility was taken for this.");
            lines.push_back(std::move(line));
        } else {
            open->filed = check.expected;
            open->found = check.found;
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        if (a.blocks != b.blocks)
            return a.blocks;
        return a.result > b.result;
    });
    return lines;
}

int CheckLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int CheckLinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant CheckLinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ResultRole:
        return static_cast<int>(line.result);
    case KeyRole:
        return line.open ? line.key : QString();
    case BlocksRole:
        return line.blocks;
    case OverridableRole:
        return line.open && line.overridable;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        break;
    default:
        return {};
    }
    const auto shown = [](const QString& value) {
        return value == u"long" ? tr("long-term", "validity of a certificate") : value;
    };
    switch (static_cast<Column>(index.column())) {
    case Column::Result:
        return words::result(line.result);
    case Column::What:
        return words::openItem(line.key);
    case Column::Filed:
        return shown(line.filed);
    case Column::Found:
        return shown(line.found);
    case Column::Advice:
        return line.advice;
    }
    return {};
}

QVariant CheckLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Result:
        return tr("Result");
    case Column::What:
        return tr("What");
    case Column::Filed:
        return tr("As filed");
    case Column::Found:
        return tr("As read");
    case Column::Advice:
        return tr("What to do");
    }
    return {};
}

} // namespace handshake
