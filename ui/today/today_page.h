// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/today_presenter.h"

#include <QWidget>

#include <array>

class QLabel;
class QListView;
class QStackedWidget;

namespace handshake::ui {

class Banner;
class KeyButton;

/// The board of the day: a column for what waits, what runs, what is done.
class TodayPage final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives this page.
    explicit TodayPage(TodayPresenter& presenter, QWidget* parent = nullptr);

    /// To the first column that has a card.
    void focusFirst();
    /// To the next column that has a card (F6).
    void focusNextPane();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeColumn(TodayModel::Column column);
    void render(const TodayState& state);
    void moveColumn(int from, int by);
    void openCurrent();

    TodayPresenter& m_presenter;
    Banner* m_banner;
    QStackedWidget* m_stack;
    std::array<QListView*, TodayModel::kColumns> m_lists{};
    std::array<QLabel*, TodayModel::kColumns> m_counts{};
};

} // namespace handshake::ui
