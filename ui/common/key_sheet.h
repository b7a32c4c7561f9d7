// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/key_registry.h"

#include <QWidget>

namespace handshake::ui {

/// The keys of the screen, over the window (F1). Made from the registry; any key closes it.
class KeySheet final : public QWidget
{
    Q_OBJECT

public:
    explicit KeySheet(QWidget* parent);

    void showFor(KeyScope scope);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    KeyScope m_scope = KeyScope::Everywhere;
};

} // namespace handshake::ui
