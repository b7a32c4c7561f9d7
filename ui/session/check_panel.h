// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/check_lines_model.h"
#include "app/workflow/session_presenter.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace handshake::ui {

class KeyButton;
class VerdictLight;

/// Check & print: one light, every line of the matrix and what is open, the form.
class CheckPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckPanel(SessionPresenter& presenter, QWidget* parent = nullptr);

    void focusPrimary();
    /// For the marked line, or the first one that somebody may take responsibility for.
    void takeResponsibility();

private:
    void render(const SessionPageState& state);
    void updateResponsibility();
    [[nodiscard]] QString chosenKey() const;

    SessionPresenter& m_presenter;
    CheckLinesModel m_model;
    VerdictLight* m_light;
    QTableView* m_table;
    QLabel* m_printed;
    KeyButton* m_print;
    KeyButton* m_save;
    KeyButton* m_responsibility;
};

} // namespace handshake::ui
