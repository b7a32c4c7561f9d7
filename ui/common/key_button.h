// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/key_registry.h"

#include <QPushButton>

namespace handshake::ui {

/// A button that shows its key on a key cap. The key itself works through KeyMap.
class KeyButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Look : std::uint8_t { Primary, Plain };

    KeyButton(KeyAction action, Look look, QWidget* parent = nullptr);

    /// Says what the press does now; the key stays.
    void setLabel(const QString& label);
    [[nodiscard]] QString label() const { return m_label; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont labelFont() const;

    KeyAction m_action;
    Look m_look;
    QString m_label;
};

} // namespace handshake::ui
