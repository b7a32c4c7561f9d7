// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace handshake::ui {

/// Knows whether an input method is composing in a text field: what is typed then belongs to the
/// input method, and Ctrl+Enter submits nothing.
class CompositionWatch final : public QObject
{
    Q_OBJECT

public:
    /// Owned by `field`.
    explicit CompositionWatch(QWidget* field);

    [[nodiscard]] bool isComposing() const { return m_composing; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_composing = false;
};

} // namespace handshake::ui
