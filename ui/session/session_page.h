// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/session_presenter.h"

#include <QWidget>

class QLabel;
class QShortcut;
class QStackedWidget;

namespace handshake::ui {

class Banner;
class CapturePanel;
class CheckPanel;
class ConsentPanel;
class StepList;

/// One verification session: the pictures as stepper on the left, the current step beside it.
class SessionPage final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` outlives this page.
    explicit SessionPage(SessionPresenter& presenter, QWidget* parent = nullptr);

    /// Puts the focus where the keyboard expects it.
    void focusPrimary();

private:
    void render(const SessionPageState& state);
    void renderHead(const SessionPageState& state);
    void renderBanner(const SessionPageState& state);
    void bindKeys();

    SessionPresenter& m_presenter;
    QLabel* m_title;
    QLabel* m_subtitle;
    Banner* m_banner;
    StepList* m_steps;
    QStackedWidget* m_stack;
    QLabel* m_nothing;
    ConsentPanel* m_consent;
    CapturePanel* m_capture;
    CheckPanel* m_check;
    QShortcut* m_space = nullptr; ///< off where a focused button wants the key
};

} // namespace handshake::ui
