// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/delivery_presenter.h"
#include "app/workflow/session_presenter.h"
#include "app/workflow/today_presenter.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace handshake::ui {

class DeliveryPage;
class DeviceLamp;
class KeySheet;
class SessionPage;
class TodayPage;
class Toast;

/// What the window is made of; all outlive it. Build order: executors, gateways, LiveCamera,
/// presenters, shell; destruction goes backwards.
struct ShellParts {
    TodayPresenter& today;
    SessionPresenter& session;
    DeliveryPresenter& delivery;
    FormPrinter& printer;
    QString counter{};    ///< shown in the header; may be empty
    QString operatorId{}; ///< as the provider numbers the member of staff
    bool isDemo = false;  ///< says so on every screen
};

/// The window: header with lamps, the screens that exist, the keys of everywhere.
class Shell final : public QWidget
{
    Q_OBJECT

public:
    enum class Screen : std::uint8_t { Today, Session, Upload };

    explicit Shell(const ShellParts& parts, QWidget* parent = nullptr);

    void show(Screen screen);
    using QWidget::show;
    /// Shows the window at its own size where the screen has room for it, else maximised.
    void showFitted();
    [[nodiscard]] Screen screen() const { return m_screen; }
    [[nodiscard]] const ShellParts& parts() const { return m_parts; }
    void showKeys();
    void hideKeys();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHeader();
    void bindKeys();
    void goBack();
    void nextPane();
    void toggleFullScreen();
    void renderCamera(const LiveCameraState& state);
    void renderDelivery(const DeliveryState& state);

    ShellParts m_parts;
    Screen m_screen = Screen::Today;
    TodayPage* m_today;
    SessionPage* m_session;
    DeliveryPage* m_delivery;
    QStackedWidget* m_stack;
    QButtonGroup* m_tabs;
    DeviceLamp* m_cameraLamp;
    DeviceLamp* m_printerLamp;
    DeviceLamp* m_uploadLamp;
    KeySheet* m_keys;
    Toast* m_toast;
};

} // namespace handshake::ui
