// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/marks.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace handshake::ui {

/// A sentence across the page with at most one button: the step of the ladder above a lamp and
/// below a dialog.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// An empty `action` shows no button. Empty words hide the banner.
    void show(Sign sign, const QString& words, const QString& action = {});
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Sign m_sign = Sign::Look;
    QLabel* m_words;
    QPushButton* m_action;
};

} // namespace handshake::ui
