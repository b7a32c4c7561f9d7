// SPDX-License-Identifier: Apache-2.0
#include "ui/session/consent_panel.h"

#include "ui/common/key_button.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace handshake::ui {

using namespace Qt::StringLiterals;

ConsentPanel::ConsentPanel(SessionPresenter& presenter, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_agree(new KeyButton(KeyAction::Primary, KeyButton::Look::Primary))
{
    setObjectName(u"card"_s);
    m_title->setFont(theme::font(theme::kTitle, true));
    m_title->setObjectName(u"consentTitle"_s);
    m_text->setFont(theme::font(theme::kLead));
    m_text->setObjectName(u"consentText"_s);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(760);
    m_agree->setObjectName(u"agreeButton"_s);
    m_agree->setLabel(tr("The applicant agrees, open the camera"));
    auto* note = new QLabel(tr("Without agreement, press Esc: nothing is captured."));
    note->setObjectName(u"quiet"_s);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(48, 36, 48, 36);
    layout->setSpacing(18);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addStretch(1);
    layout->addWidget(m_agree, 0, Qt::AlignLeft);
    layout->addWidget(note);
    layout->addStretch(2);

    connect(m_agree, &QPushButton::clicked, &presenter, &SessionPresenter::giveConsent);
    connect(&presenter, &SessionPresenter::stateChanged, this, &ConsentPanel::render);
    render(presenter.state());
}

void ConsentPanel::focusPrimary()
{
    m_agree->setFocus();
}

void ConsentPanel::render(const SessionPageState& state)
{
    if (!state.consent)
        return;
    m_title->setText(state.consent->title);
    m_text->setText(state.consent->text);
    m_agree->setEnabled(!state.busy);
}

} // namespace handshake::ui
