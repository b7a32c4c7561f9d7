// SPDX-License-Identifier: Apache-2.0
#include "ui/session/session_page.h"

#include "app/workflow/display_words.h"
#include "app/workflow/error_text.h"
#include "ui/common/banner.h"
#include "ui/common/key_map.h"
#include "ui/common/marks.h"
#include "ui/common/step_list.h"
#include "ui/common/theme.h"
#include "ui/session/capture_panel.h"
#include "ui/session/check_panel.h"
#include "ui/session/consent_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

Sign signOf(StepNotice::Tone tone)
{
    switch (tone) {
    case StepNotice::Tone::Good:
        return Sign::Good;
    case StepNotice::Tone::Look:
        return Sign::Look;
    case StepNotice::Tone::Bad:
        break;
    }
    return Sign::Bad;
}

} // namespace

SessionPage::SessionPage(SessionPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_title(new QLabel)
    , m_subtitle(new QLabel)
    , m_banner(new Banner)
    , m_steps(new StepList)
    , m_stack(new QStackedWidget)
    , m_nothing(new QLabel)
    , m_consent(new ConsentPanel(presenter))
    , m_capture(new CapturePanel(presenter))
    , m_check(new CheckPanel(presenter))
{
    setObjectName(u"sessionPage"_s);
    m_title->setObjectName(u"pageTitle"_s);
    m_subtitle->setObjectName(u"quiet"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setFont(theme::font(theme::kLead));
    m_nothing->setWordWrap(true);
    m_nothing->setObjectName(u"nothing"_s);
    for (QWidget* page : std::initializer_list<QWidget*>{m_nothing, m_consent, m_capture, m_check})
        m_stack->addWidget(page);

    auto* scroll = new QScrollArea;
    scroll->setWidget(m_steps);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(m_steps->minimumWidth() + 12); // room for the scroll bar
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_steps->setAutoFillBackground(false);

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(12);
    head->addWidget(m_subtitle, 1, Qt::AlignBottom);
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::kGap);
    right->addLayout(head);
    right->addWidget(m_banner);
    right->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kPad, 12, theme::kPad, theme::kPad);
    layout->setSpacing(12);
    layout->addWidget(scroll);
    layout->addLayout(right, 1);

    connect(m_steps, &StepList::stepChosen, &presenter, &SessionPresenter::goTo);
    connect(m_banner, &Banner::actionChosen, this, [this] {
        const auto& notice = m_presenter.state().notice;
        if (notice && notice->step >= 0)
            m_presenter.goToNotice();
        else
            m_presenter.dismissNotice();
    });
    connect(&presenter, &SessionPresenter::stateChanged, this, &SessionPage::render);
    bindKeys();
    render(presenter.state());
}

void SessionPage::bindKeys()
{
    SessionPresenter* verbs = &m_presenter;
    m_space = bindKey(KeyAction::Primary, this, verbs, &SessionPresenter::primary).front();
    bindKey(KeyAction::Retake, this, verbs, &SessionPresenter::retake);
    bindKey(KeyAction::ImportPicture, this, verbs, &SessionPresenter::importPicture);
    bindKey(KeyAction::Scan, this, verbs, &SessionPresenter::scan);
    bindKey(KeyAction::ReadChip, this, verbs, &SessionPresenter::readChip);
    bindKey(KeyAction::PreviousStep, this, verbs, &SessionPresenter::previous);
    bindKey(KeyAction::NextStep, this, this,
            [this] { m_presenter.goTo(m_presenter.state().current + 1); });
    bindKey(KeyAction::Print, this, verbs, &SessionPresenter::print);
    bindKey(KeyAction::SaveForm, this, verbs, &SessionPresenter::saveForm);
    bindKey(KeyAction::Approve, this, verbs, &SessionPresenter::approve);
    bindKey(KeyAction::Responsibility, this, m_check, &CheckPanel::takeResponsibility);
    bindKey(KeyAction::Figures, this, m_capture, &CapturePanel::toggleFigures);
    for (int i = 0; i < 9; ++i) {
        const auto action = static_cast<KeyAction>(static_cast<int>(KeyAction::Step1) + i);
        bindKey(action, this, this, [this, i] { m_presenter.goTo(i); });
    }
}

void SessionPage::focusPrimary()
{
    const StepItem* step = m_presenter.state().currentStep();
    if (m_presenter.state().consent)
        m_consent->focusPrimary();
    else if (step && step->kind == StepItem::Kind::CheckAndPrint)
        m_check->focusPrimary();
    else
        m_capture->focusPrimary();
}

void SessionPage::render(const SessionPageState& state)
{
    renderHead(state);
    renderBanner(state);
    m_steps->setSteps(state.steps, state.current);
    const StepItem* step = state.currentStep();
    QWidget* page = m_capture;
    if (!state.view)
        page = m_nothing;
    else if (state.consent)
        page = m_consent;
    else if (step && step->kind == StepItem::Kind::CheckAndPrint)
        page = m_check;
    const bool changed = m_stack->currentWidget() != page;
    m_nothing->setText(state.loading ? tr("Opening the session …")
                                     : tr("No session is open. Press F2 to start the next one, or "
                                          "F4 to choose one."));
    m_stack->setCurrentWidget(page);
    // On check and print a focused button gets the Space; F9 stays the primary action.
    m_space->setEnabled(page != m_check);
    if (changed && isVisible())
        focusPrimary();
}

void SessionPage::renderHead(const SessionPageState& state)
{
    if (!state.view) {
        m_title->setText(tr("Session"));
        m_subtitle->clear();
        return;
    }
    const Session& session = state.view->session;
    m_title->setText(session.filing.subject.name);
    //: Order number, kind of filing, state of the session
    m_subtitle->setText(tr("Order %1  ·  %2  ·  %3")
                            .arg(session.filing.orderId.text(), words::kind(session.filing.kind),
                                 words::state(session.state)));
}

void SessionPage::renderBanner(const SessionPageState& state)
{
    if (state.error) {
        QString text = ErrorText::of(*state.error);
        if (state.error->where == u"printer")
            text = ErrorText::advice(u"printer.none"_s, {});
        else if (!state.error->where.isEmpty())
            text += u" (%1)"_s.arg(state.error->where);
        m_banner->show(Sign::Bad, text, tr("Close"));
    } else if (state.notice) {
        m_banner->show(signOf(state.notice->tone), state.notice->text,
                       state.notice->step < 0
                           ? tr("Close")
                           : tr("Go to step %1 (Alt+%1)").arg(state.notice->step + 1));
    } else {
        m_banner->show(Sign::Look, {});
    }
}

} // namespace handshake::ui
