// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/session_presenter.h"

#include <QFrame>

class QLabel;

namespace handshake::ui {

class KeyButton;

/// What the applicant is told before the camera opens; the first press is the agreement.
class ConsentPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit ConsentPanel(SessionPresenter& presenter, QWidget* parent = nullptr);

    void focusPrimary();

private:
    void render(const SessionPageState& state);

    QLabel* m_title;
    QLabel* m_text;
    KeyButton* m_agree;
};

} // namespace handshake::ui
