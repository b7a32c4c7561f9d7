// SPDX-License-Identifier: Apache-2.0
#include "ui/common/reason_dialog.h"

#include "ui/common/composition_watch.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace handshake::ui {

using namespace Qt::StringLiterals;

ReasonDialog::ReasonDialog(const QString& about, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit)
    , m_confirm(new QPushButton(tr("&Take responsibility (Ctrl+Enter)")))
    , m_composition(new CompositionWatch(m_reason))
{
    setWindowTitle(tr("Take responsibility"));
    setObjectName(u"reasonDialog"_s);
    auto* title = new QLabel(about);
    title->setFont(theme::font(theme::kLead, true));
    title->setWordWrap(true);
    auto* explanation = new QLabel(
        tr("You have compared it with your own eyes. Your number, the time and this reason are "
           "kept with the session."));
    explanation->setWordWrap(true);
    auto* label = new QLabel(tr("&Reason"));
    label->setBuddy(m_reason);
    m_reason->setObjectName(u"reason"_s);
    m_reason->setMaxLength(200);
    m_reason->setAccessibleName(tr("Reason"));
    m_confirm->setObjectName(u"confirmButton"_s);
    m_confirm->setAutoDefault(false);
    m_confirm->setMinimumHeight(theme::kBigButton);
    m_confirm->setEnabled(false);
    auto* cancel = new QPushButton(tr("&Cancel (Esc)"));
    cancel->setObjectName(u"cancelButton"_s);
    cancel->setAutoDefault(false);
    cancel->setMinimumHeight(theme::kBigButton);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(explanation);
    layout->addWidget(label);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
    setMinimumWidth(560);

    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_confirm, &QPushButton::clicked, this, &ReasonDialog::confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, this, &ReasonDialog::confirm);
    }
    m_reason->setFocus();
}

void ReasonDialog::confirm()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty() || m_composition->isComposing())
        return;
    accept();
    Q_EMIT reasonGiven(reason);
}

} // namespace handshake::ui
