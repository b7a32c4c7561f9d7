// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/step_item.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace handshake::ui {

/// One step as its picture: what was captured is the state.
class StepButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StepButton(int number, QWidget* parent = nullptr);

    void setStep(const StepItem& step, bool current, bool several);
    void setTall(bool tall);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static QString statusOf(const StepItem& step);
    [[nodiscard]] static QString titleOf(const StepItem& step);

    int m_number;
    StepItem m_step;
    QString m_title;
    QString m_status;
    bool m_current = false;
    bool m_tall = true;
};

/// The stepper: the pictures of a session, one below the other.
class StepList final : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);

    void setSteps(const std::vector<StepItem>& steps, int current);

Q_SIGNALS:
    void stepChosen(int step);

private:
    QVBoxLayout* m_layout;
    std::vector<StepButton*> m_buttons;
};

} // namespace handshake::ui
