// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace handshake::ui {

class CompositionWatch;

/// Asks why somebody takes responsibility. The reason is kept in the session with name and time.
class ReasonDialog final : public QDialog
{
    Q_OBJECT

public:
    ReasonDialog(const QString& about, QWidget* parent = nullptr);

Q_SIGNALS:
    void reasonGiven(const QString& reason);

private:
    void confirm();

    QLineEdit* m_reason;
    QPushButton* m_confirm;
    CompositionWatch* m_composition;
};

} // namespace handshake::ui
