// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/prompts.h"

#include <QPointer>
#include <QWidget>

namespace handshake::ui {

/// Questions to staff in windows of their own; never blocks.
class WidgetPrompts final : public Prompts
{
public:
    /// Dialogs open over `window` once it is known; it may be set later and go earlier.
    void setWindow(QWidget* window) { m_window = window; }

    void chooseOrderFile(QObject* context, Answer handler) override;
    void choosePictureFile(QObject* context, Answer handler) override;
    void chooseFormTarget(const QString& suggestedName, QObject* context, Answer handler) override;
    void askReason(const QString& about, QObject* context, Answer handler) override;

private:
    QPointer<QWidget> m_window;
};

} // namespace handshake::ui
