// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/delivery_presenter.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QTableView;

namespace handshake::ui {

class Banner;
class KeyButton;

/// The upload panel: what waits, how far it is, what needs help. Not modal: it goes on in any view.
class DeliveryPage final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives this page.
    explicit DeliveryPage(DeliveryPresenter& presenter, QWidget* parent = nullptr);

    void focusPrimary();

private:
    void render(const DeliveryState& state);
    void tryAgain();

    DeliveryPresenter& m_presenter;
    QLabel* m_summary;
    QProgressBar* m_progress;
    Banner* m_banner;
    QTableView* m_table;
    QLabel* m_empty;
    KeyButton* m_send;
    KeyButton* m_stop;
    KeyButton* m_again;
};

} // namespace handshake::ui
