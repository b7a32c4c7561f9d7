// SPDX-License-Identifier: Apache-2.0
#include "ui/delivery/delivery_page.h"

#include "app/workflow/error_text.h"
#include "ui/common/banner.h"
#include "ui/common/key_button.h"
#include "ui/common/key_map.h"
#include "ui/common/sign_delegate.h"
#include "ui/common/theme.h"
#include "ui/delivery/progress_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QTableView>
#include <QVBoxLayout>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

Sign signFor(const QModelIndex& index)
{
    switch (static_cast<TransferState>(index.data(DeliveryModel::StateRole).toInt())) {
    case TransferState::Waiting:
        return Sign::Empty;
    case TransferState::Uploading:
    case TransferState::AwaitingReceipt:
        return Sign::Busy;
    case TransferState::Receipted:
        return Sign::Good;
    case TransferState::Parked:
        return Sign::Bad;
    }
    return Sign::Empty;
}

QString summaryOf(const DeliveryState& state)
{
    if (state.waiting == 0 && state.parked == 0)
        return state.receipted > 0 ? DeliveryPage::tr("Everything is sent and received.")
                                   : DeliveryPage::tr("Nothing waits to be sent.");
    QString text = DeliveryPage::tr("%n dossier(s) wait, %1.", nullptr, state.waiting)
                       .arg(sizeText(state.waitingBytes));
    if (state.parked > 0)
        text += u' ' + DeliveryPage::tr("%n need(s) help.", nullptr, state.parked);
    return text;
}

void prepareTable(QTableView& table)
{
    table.setObjectName(u"deliveryTable"_s);
    table.setAccessibleName(DeliveryPage::tr("Dossiers"));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(44);
    auto* header = table.horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->resizeSection(static_cast<int>(DeliveryModel::Column::Subject), 300);
    header->resizeSection(static_cast<int>(DeliveryModel::Column::Order), 180);
    header->resizeSection(static_cast<int>(DeliveryModel::Column::State), 200);
    header->resizeSection(static_cast<int>(DeliveryModel::Column::Progress), 170);
    header->setStretchLastSection(true);
    table.setItemDelegateForColumn(static_cast<int>(DeliveryModel::Column::State),
                                   new SignDelegate(&signFor, &table));
    table.setItemDelegateForColumn(static_cast<int>(DeliveryModel::Column::Progress),
                                   new ProgressDelegate(&table));
}

} // namespace

DeliveryPage::DeliveryPage(DeliveryPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_summary(new QLabel)
    , m_progress(new QProgressBar)
    , m_banner(new Banner)
    , m_table(new QTableView)
    , m_empty(new QLabel(tr("Approved sessions appear here by themselves.")))
    , m_send(new KeyButton(KeyAction::SendAll, KeyButton::Look::Primary))
    , m_stop(new KeyButton(KeyAction::StopSending, KeyButton::Look::Plain))
    , m_again(new KeyButton(KeyAction::TryAgain, KeyButton::Look::Plain))
{
    setObjectName(u"deliveryPage"_s);
    auto* title = new QLabel(tr("Upload"));
    title->setObjectName(u"pageTitle"_s);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setFont(theme::font(theme::kLead));
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Sent of all that waits"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_send->setObjectName(u"sendButton"_s);
    m_send->setLabel(tr("Send everything now"));
    m_stop->setObjectName(u"stopButton"_s);
    m_stop->setLabel(tr("Stop"));
    m_again->setObjectName(u"againButton"_s);
    m_again->setLabel(tr("Try again"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setFont(theme::font(theme::kLead));
    m_empty->setObjectName(u"emptyHint"_s);
    m_table->setModel(&presenter.model());
    prepareTable(*m_table);

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(m_summary);
    head->addLayout(words, 1);
    head->addWidget(m_again);
    head->addWidget(m_stop);
    head->addWidget(m_send);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kPad, 12, theme::kPad, theme::kPad);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);

    connect(m_send, &QPushButton::clicked, &presenter, &DeliveryPresenter::sendAll);
    connect(m_stop, &QPushButton::clicked, &presenter, &DeliveryPresenter::stop);
    connect(m_again, &QPushButton::clicked, this, &DeliveryPage::tryAgain);
    connect(&presenter, &DeliveryPresenter::stateChanged, this, &DeliveryPage::render);
    bindKey(KeyAction::SendAll, this, &presenter, &DeliveryPresenter::sendAll);
    bindKey(KeyAction::StopSending, this, &presenter, &DeliveryPresenter::stop);
    bindKey(KeyAction::TryAgain, this, this, &DeliveryPage::tryAgain);
    render(presenter.state());
}

void DeliveryPage::focusPrimary()
{
    if (m_send->isEnabled())
        m_send->setFocus();
    else if (m_table->isVisible())
        m_table->setFocus();
    else
        setFocus();
}

void DeliveryPage::tryAgain()
{
    m_presenter.tryAgain(m_table->currentIndex().row());
}

void DeliveryPage::render(const DeliveryState& state)
{
    const bool any = m_presenter.model().rowCount() > 0;
    m_summary->setText(summaryOf(state));
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    m_progress->setVisible(state.running);
    const double share = state.runBytes > 0 ? static_cast<double>(state.runSent) /
                                                  static_cast<double>(state.runBytes)
                                            : 0.0;
    m_progress->setValue(static_cast<int>(share * 1000));
    m_send->setEnabled(!state.running && state.waiting > 0);
    m_stop->setEnabled(state.running);
    m_again->setEnabled(!state.running && (state.parked > 0 || state.waiting > 0));
    if (any && !m_table->currentIndex().isValid())
        m_table->selectRow(0); // the marked row is what Ctrl+T tries again
    if (state.error) {
        QString text = ErrorText::of(*state.error);
        if (!state.error->where.isEmpty())
            text += u" (%1)"_s.arg(state.error->where);
        m_banner->show(Sign::Bad, text);
    } else if (state.last && state.last->receipted > 0) {
        m_banner->show(Sign::Good,
                       tr("%n dossier(s) were received.", nullptr, state.last->receipted));
    } else {
        m_banner->show(Sign::Look, {});
    }
}

} // namespace handshake::ui
