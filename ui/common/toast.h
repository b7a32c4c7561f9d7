// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QTimer>

namespace handshake::ui {

/// A short word at the lower edge of its parent that goes away by itself: "Saved".
class Toast final : public QLabel
{
    Q_OBJECT

public:
    explicit Toast(QWidget* parent);

    void say(const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace handshake::ui
