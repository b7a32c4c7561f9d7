// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"

#include <QWidget>

#include <vector>

namespace handshake::ui {

/// Lamps one below the other: a sign with a shape, the name, and, if wanted, the figures.
class LampList final : public QWidget
{
    Q_OBJECT

public:
    explicit LampList(QWidget* parent = nullptr);

    void setLamps(const std::vector<CheckValue>& lamps);
    void setFiguresShown(bool shown);
    [[nodiscard]] bool areFiguresShown() const { return m_figures; }
    [[nodiscard]] const std::vector<CheckValue>& lamps() const { return m_lamps; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<CheckValue> m_lamps;
    bool m_figures = false;
};

} // namespace handshake::ui
