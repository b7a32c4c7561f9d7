// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shell.h"

#include "app/workflow/error_text.h"
#include "ui/common/key_map.h"
#include "ui/common/key_sheet.h"
#include "ui/common/theme.h"
#include "ui/common/toast.h"
#include "ui/delivery/delivery_page.h"
#include "ui/session/session_page.h"
#include "ui/shell/device_lamp.h"
#include "ui/today/today_page.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeaderHeight = 54;

QPushButton* makeTab(const QString& words, const QString& name)
{
    auto* tab = new QPushButton(words);
    tab->setObjectName(name);
    tab->setCheckable(true);
    tab->setAutoDefault(false);
    tab->setFocusPolicy(Qt::TabFocus);
    tab->setAccessibleName(words);
    // The chosen tab has a line under it: not told by colour alone.
    tab->setStyleSheet(
        uR"(QPushButton { background: transparent; border: 0; border-bottom: 3px solid transparent;
  border-radius: 0; color: #D5E2F6; padding: 14px 14px 11px 14px; font-size: 11pt; }
QPushButton:hover { color: #FFFFFF; }
QPushButton:checked { color: #FFFFFF; border-bottom-color: #7FB0FF; font-weight: 700; }
QPushButton:focus { background: #1C4384; })"_s);
    return tab;
}

QString tabText(const QString& words, KeyAction action)
{
    return u"%1  %2"_s.arg(words, keyText(action));
}

} // namespace

Shell::Shell(const ShellParts& parts, QWidget* parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_today(new TodayPage(parts.today))
    , m_session(new SessionPage(parts.session))
    , m_delivery(new DeliveryPage(parts.delivery))
    , m_stack(new QStackedWidget)
    , m_tabs(new QButtonGroup(this))
    , m_cameraLamp(new DeviceLamp(tr("Camera")))
    , m_printerLamp(new DeviceLamp(tr("Printer")))
    , m_uploadLamp(new DeviceLamp(tr("Upload")))
    , m_keys(new KeySheet(this))
    , m_toast(new Toast(this))
{
    setObjectName(u"shell"_s);
    setWindowTitle(tr("Handshake Desk"));
    resize(1366, 768);
    setMinimumSize(1180, 680);
    for (QWidget* page : std::initializer_list<QWidget*>{m_today, m_session, m_delivery})
        m_stack->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_stack, 1);

    connect(&parts.today, &TodayPresenter::beginWanted, this, [this](const Filing& order) {
        show(Screen::Session);
        m_parts.session.begin(order);
    });
    connect(&parts.today, &TodayPresenter::resumeWanted, this, [this](const SessionId& id) {
        show(Screen::Session);
        m_parts.session.resume(id);
    });
    connect(&parts.session, &SessionPresenter::sessionChanged, &parts.today,
            &TodayPresenter::refresh);
    connect(&parts.session, &SessionPresenter::approved, this, [this] {
        m_parts.delivery.refresh();
        m_toast->say(tr("Approved. It waits in the upload."));
    });
    connect(&parts.session, &SessionPresenter::approvalFailed, this, [this](const Error& error) {
        m_toast->say(tr("Not approved: %1").arg(ErrorText::of(error)));
    });
    connect(&parts.delivery, &DeliveryPresenter::receiptArrived, &parts.today,
            &TodayPresenter::refresh);
    connect(&parts.delivery, &DeliveryPresenter::stateChanged, this, &Shell::renderDelivery);
    connect(&parts.session.camera(), &LiveCamera::stateChanged, this, &Shell::renderCamera);
    bindKeys();
    renderCamera(parts.session.camera().state());
    renderDelivery(parts.delivery.state());
    const QString printer = parts.printer.printerName();
    m_printerLamp->setState(printer.isEmpty() ? Sign::Look : Sign::Good,
                            printer.isEmpty() ? tr("none; forms can be saved as a PDF") : printer);
    parts.today.refresh();
    parts.delivery.refresh();
    show(Screen::Today);
}

QWidget* Shell::makeHeader()
{
    auto* header = new QWidget;
    header->setObjectName(u"header"_s);
    header->setFixedHeight(kHeaderHeight);
    header->setAttribute(Qt::WA_StyledBackground);
    header->setStyleSheet(
        u"QWidget#header { background: %1; }"_s.arg(QColor(theme::kAccentDeep).name()));
    const auto label = [](const QString& words, bool bold) {
        auto* result = new QLabel(words);
        QPalette palette = result->palette();
        palette.setColor(QPalette::WindowText, QColor(theme::kSurface));
        result->setPalette(palette);
        result->setFont(theme::font(bold ? theme::kLead : 9, bold));
        return result;
    };
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(theme::kPad, 0, theme::kPad, 0);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Handshake Desk"), true));
    layout->addSpacing(16);
    const std::array<std::pair<QString, QString>, 3> tabs{
        {{tabText(tr("Today"), KeyAction::Today), u"todayTab"_s},
         {tr("Session"), u"sessionTab"_s},
         {tabText(tr("Upload"), KeyAction::Upload), u"uploadTab"_s}}};
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        QPushButton* tab = makeTab(tabs[i].first, tabs[i].second);
        m_tabs->addButton(tab, static_cast<int>(i));
        layout->addWidget(tab);
        connect(tab, &QPushButton::clicked, this, [this, i] { show(static_cast<Screen>(i)); });
    }
    layout->addStretch(1);
    if (m_parts.isDemo) {
        auto* demo = label(tr("DEMO, specimens only"), true);
        demo->setObjectName(u"demoMark"_s);
        layout->addWidget(demo);
        layout->addSpacing(8);
    }
    for (DeviceLamp* lamp : {m_cameraLamp, m_printerLamp, m_uploadLamp})
        layout->addWidget(lamp);
    layout->addSpacing(8);
    const QString who = m_parts.counter.isEmpty() ? m_parts.operatorId
                                                  : m_parts.counter + u" · "_s + m_parts.operatorId;
    layout->addWidget(label(who, false));
    auto* help = makeTab(u"F1"_s, u"keysButton"_s);
    help->setCheckable(false);
    help->setToolTip(keyLabel(KeyAction::ShowKeys));
    help->setAccessibleName(keyLabel(KeyAction::ShowKeys));
    connect(help, &QPushButton::clicked, this, &Shell::showKeys);
    layout->addWidget(help);
    return header;
}

void Shell::bindKeys()
{
    bindKey(KeyAction::ShowKeys, this, this, &Shell::showKeys);
    bindKey(KeyAction::Today, this, this, [this] { show(Screen::Today); });
    bindKey(KeyAction::Upload, this, this, [this] { show(Screen::Upload); });
    bindKey(KeyAction::NewSession, this, &m_parts.today, &TodayPresenter::startNext);
    bindKey(KeyAction::NextPane, this, this, &Shell::nextPane);
    bindKey(KeyAction::Back, this, this, &Shell::goBack);
    bindKey(KeyAction::FullScreen, this, this, &Shell::toggleFullScreen);
}

void Shell::show(Screen screen)
{
    m_screen = screen;
    m_tabs->button(static_cast<int>(screen))->setChecked(true);
    switch (screen) {
    case Screen::Today:
        m_stack->setCurrentWidget(m_today);
        m_today->focusFirst();
        break;
    case Screen::Session:
        m_stack->setCurrentWidget(m_session);
        m_session->focusPrimary();
        break;
    case Screen::Upload:
        m_stack->setCurrentWidget(m_delivery);
        m_delivery->focusPrimary();
        break;
    }
}

void Shell::showFitted()
{
    // As large as the screen, its lower edge would be lost to the title and the task bar.
    constexpr int kFrame = 48;
    const QSize room = QWidget::screen()->availableSize();
    if (room.width() < width() || room.height() < height() + kFrame)
        showMaximized();
    else
        show();
}

void Shell::showKeys()
{
    if (m_keys->isVisible()) {
        hideKeys();
        return;
    }
    const std::array<KeyScope, 3> scopes{KeyScope::Today, KeyScope::Session, KeyScope::Delivery};
    m_keys->showFor(scopes[static_cast<std::size_t>(m_screen)]);
}

void Shell::hideKeys()
{
    m_keys->hide();
    show(m_screen);
}

void Shell::goBack()
{
    if (m_screen == Screen::Session && m_parts.session.camera().state().burst != BurstState::Idle)
        return m_parts.session.cancelCapture(); // what runs first, then one level up
    if (m_keys->isVisible()) {
        hideKeys();
    } else if (isFullScreen()) {
        showNormal();
    } else if (m_screen == Screen::Session && m_parts.session.state().isWaiting()) {
        m_parts.session.cancelWaiting();
    } else if (m_screen == Screen::Session) {
        // Everything captured is stored; leaving closes the camera.
        m_parts.session.close();
        m_parts.today.refresh();
        show(Screen::Today);
    } else {
        show(Screen::Today);
    }
}

void Shell::nextPane()
{
    if (m_screen == Screen::Today)
        m_today->focusNextPane();
    else
        focusNextChild();
}

void Shell::toggleFullScreen()
{
    if (isFullScreen())
        showNormal();
    else
        showFullScreen();
}

void Shell::renderCamera(const LiveCameraState& state)
{
    switch (state.camera) {
    case Camera::State::Off:
        m_cameraLamp->setState(Sign::Empty, tr("off"));
        break;
    case Camera::State::Starting:
        m_cameraLamp->setState(Sign::Busy, tr("starting"));
        break;
    case Camera::State::Running:
        m_cameraLamp->setState(Sign::Good, state.name);
        break;
    case Camera::State::Lost:
        m_cameraLamp->setState(Sign::Bad, tr("no picture"));
        break;
    }
}

void Shell::renderDelivery(const DeliveryState& state)
{
    if (state.parked > 0)
        m_uploadLamp->setState(Sign::Bad, tr("%n dossier(s) need help", nullptr, state.parked));
    else if (state.running)
        m_uploadLamp->setState(Sign::Busy, tr("sending"));
    else if (state.waiting > 0)
        m_uploadLamp->setState(Sign::Look, tr("%n dossier(s) wait", nullptr, state.waiting));
    else
        m_uploadLamp->setState(Sign::Good, tr("nothing waits"));
}

void Shell::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), QColor(theme::kGround));
}

void Shell::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_keys->setGeometry(rect());
}

} // namespace handshake::ui
