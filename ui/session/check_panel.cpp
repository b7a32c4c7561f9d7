// SPDX-License-Identifier: Apache-2.0
#include "ui/session/check_panel.h"

#include "ui/common/key_button.h"
#include "ui/common/sign_delegate.h"
#include "ui/common/theme.h"
#include "ui/session/verdict_light.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

int column(CheckLinesModel::Column which)
{
    return static_cast<int>(which);
}

void prepareTable(QTableView& table)
{
    table.setObjectName(u"checkTable"_s);
    table.setAccessibleName(CheckPanel::tr("Checks"));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    auto* header = table.horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->resizeSection(column(CheckLinesModel::Column::Result), 134);
    header->resizeSection(column(CheckLinesModel::Column::What), 210);
    header->resizeSection(column(CheckLinesModel::Column::Filed), 210);
    header->resizeSection(column(CheckLinesModel::Column::Found), 210);
    header->setStretchLastSection(true);
    table.setItemDelegateForColumn(column(CheckLinesModel::Column::Result),
                                   new SignDelegate(
                                       [](const QModelIndex& index) {
                                           return signOf(static_cast<CheckResult>(
                                               index.data(CheckLinesModel::ResultRole).toInt()));
                                       },
                                       &table));
}

} // namespace

CheckPanel::CheckPanel(SessionPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_light(new VerdictLight)
    , m_table(new QTableView)
    , m_printed(new QLabel)
    , m_print(new KeyButton(KeyAction::Print, KeyButton::Look::Primary))
    , m_save(new KeyButton(KeyAction::SaveForm, KeyButton::Look::Plain))
    , m_responsibility(new KeyButton(KeyAction::Responsibility, KeyButton::Look::Plain))
{
    m_table->setModel(&m_model);
    prepareTable(*m_table);
    m_printed->setObjectName(u"printed"_s);
    m_printed->setWordWrap(true);
    m_print->setObjectName(u"printButton"_s);
    m_save->setObjectName(u"saveButton"_s);
    m_responsibility->setObjectName(u"responsibilityButton"_s);
    m_responsibility->setLabel(tr("Take responsibility"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_responsibility);
    buttons->addWidget(m_printed, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_print);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_light);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    setTabOrder(m_print, m_save);
    setTabOrder(m_save, m_table);
    setTabOrder(m_table, m_responsibility);

    connect(m_print, &QPushButton::clicked, &presenter, &SessionPresenter::print);
    connect(m_save, &QPushButton::clicked, &presenter, &SessionPresenter::saveForm);
    connect(m_responsibility, &QPushButton::clicked, this, &CheckPanel::takeResponsibility);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CheckPanel::updateResponsibility);
    connect(&presenter, &SessionPresenter::stateChanged, this, &CheckPanel::render);
    render(presenter.state());
}

void CheckPanel::focusPrimary()
{
    if (m_print->isEnabled())
        m_print->setFocus();
    else
        m_table->setFocus();
}

QString CheckPanel::chosenKey() const
{
    const auto overridable = [](const QModelIndex& row) {
        return row.data(CheckLinesModel::OverridableRole).toBool();
    };
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        return overridable(current) ? current.data(CheckLinesModel::KeyRole).toString() : QString();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (overridable(m_model.index(row, 0)))
            return m_model.index(row, 0).data(CheckLinesModel::KeyRole).toString();
    }
    return {};
}

void CheckPanel::takeResponsibility()
{
    const StepItem* step = m_presenter.state().currentStep();
    const QString key = chosenKey();
    if (!key.isEmpty() && step && step->kind == StepItem::Kind::CheckAndPrint)
        m_presenter.takeResponsibility(key);
}

void CheckPanel::updateResponsibility()
{
    m_responsibility->setEnabled(!chosenKey().isEmpty() && m_presenter.state().view &&
                                 !m_presenter.state().view->session.isFrozen());
}

void CheckPanel::render(const SessionPageState& state)
{
    if (!state.view)
        return;
    m_model.setView(*state.view);
    const int blocking = m_model.blockingCount();
    const bool pending =
        std::any_of(state.steps.begin(), state.steps.end(), [](const StepItem& step) {
            return step.mark == StepItem::Mark::Saving || step.mark == StepItem::Mark::Checking;
        });
    if (pending)
        m_light->setState(Sign::Busy, tr("One moment, papers are still being read"),
                          tr("This light changes by itself."));
    else if (state.view->verdict.mayGoHome)
        m_light->setState(Sign::Good, tr("The applicant may go home once the form is signed"),
                          tr("Print the form, have it signed and sealed, then take its picture."));
    else
        m_light->setState(
            Sign::Bad, tr("The applicant may not go home yet"),
            tr("%n line(s) still stand in the way; they are on top.", nullptr, blocking));
    m_print->setEnabled(state.canPrint);
    m_print->setLabel(state.printing ? tr("Printing …") : keyLabel(KeyAction::Print));
    m_save->setEnabled(state.canPrint);
    m_save->setLabel(tr("Save as PDF"));
    m_printed->setText(state.printed);
    updateResponsibility();
}

} // namespace handshake::ui
