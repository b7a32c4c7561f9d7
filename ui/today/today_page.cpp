// SPDX-License-Identifier: Apache-2.0
#include "ui/today/today_page.h"

#include "app/workflow/error_text.h"
#include "ui/common/banner.h"
#include "ui/common/key_button.h"
#include "ui/common/key_map.h"
#include "ui/common/theme.h"
#include "ui/today/card_delegate.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

/// The cards of one column.
class ColumnFilter final : public QSortFilterProxyModel
{
public:
    ColumnFilter(TodayModel& model, TodayModel::Column column, QObject* parent)
        : QSortFilterProxyModel(parent)
        , m_column(column)
    {
        setSourceModel(&model);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        return sourceModel()->index(row, 0, parent).data(TodayModel::ColumnRole).toInt() ==
               static_cast<int>(m_column);
    }

private:
    TodayModel::Column m_column;
};

} // namespace

TodayPage::TodayPage(TodayPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
{
    setObjectName(u"todayPage"_s);
    auto* title = new QLabel(tr("Today"));
    title->setObjectName(u"pageTitle"_s);
    auto* openFile = new KeyButton(KeyAction::OpenOrder, KeyButton::Look::Plain);
    openFile->setObjectName(u"openOrderButton"_s);
    auto* start = new KeyButton(KeyAction::NewSession, KeyButton::Look::Primary);
    start->setObjectName(u"newSessionButton"_s);

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(title, 1);
    head->addWidget(openFile);
    head->addWidget(start);

    auto* board = new QWidget;
    auto* columns = new QHBoxLayout(board);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(10);
    for (int i = 0; i < TodayModel::kColumns; ++i)
        columns->addWidget(makeColumn(static_cast<TodayModel::Column>(i)), 1);

    auto* empty = new QLabel(tr("Nothing waits yet.\n\nHave the ID card and the licence laid out "
                                "and the backdrop clear,\nthen press F2 to start with an order."));
    empty->setObjectName(u"emptyHint"_s);
    empty->setAlignment(Qt::AlignCenter);
    empty->setFont(theme::font(theme::kLead));
    m_stack->addWidget(board);
    m_stack->addWidget(empty);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kPad, 12, theme::kPad, theme::kPad);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);

    connect(openFile, &QPushButton::clicked, &presenter, &TodayPresenter::openOrderFile);
    connect(start, &QPushButton::clicked, &presenter, &TodayPresenter::startNext);
    connect(m_banner, &Banner::actionChosen, &presenter, &TodayPresenter::refresh);
    connect(&presenter, &TodayPresenter::stateChanged, this, &TodayPage::render);
    bindKey(KeyAction::OpenOrder, this, &presenter, &TodayPresenter::openOrderFile);
    render(presenter.state());
}

QWidget* TodayPage::makeColumn(TodayModel::Column column)
{
    const auto index = static_cast<std::size_t>(column);
    auto* name = new QLabel(TodayModel::title(column));
    name->setFont(theme::font(theme::kBody, true));
    m_counts[index] = new QLabel;
    m_counts[index]->setObjectName(u"quiet"_s);
    auto* list = new QListView;
    list->setObjectName(u"column%1"_s.arg(index));
    list->setAccessibleName(TodayModel::title(column));
    list->setModel(new ColumnFilter(m_presenter.model(), column, list));
    list->setItemDelegate(new CardDelegate(list));
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setMouseTracking(true);
    list->setUniformItemSizes(true);
    list->setResizeMode(QListView::Adjust);
    list->installEventFilter(this);
    connect(list, &QListView::doubleClicked, &m_presenter, &TodayPresenter::open);
    m_lists[index] = list;

    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 8, 0);
    head->addWidget(name, 1);
    head->addWidget(m_counts[index]);
    auto* frame = new QFrame;
    frame->setObjectName(u"column"_s);
    frame->setStyleSheet(u"QFrame#column { background: %1; border-radius: 8px; }"_s.arg(
        QColor(theme::kSunken).name()));
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(list, 1);
    return frame;
}

void TodayPage::focusFirst()
{
    for (QListView* list : m_lists) {
        if (list->model()->rowCount() > 0) {
            if (!list->currentIndex().isValid())
                list->setCurrentIndex(list->model()->index(0, 0));
            list->setFocus();
            return;
        }
    }
    findChild<KeyButton*>(u"newSessionButton"_s)->setFocus();
}

void TodayPage::focusNextPane()
{
    int from = -1;
    for (int i = 0; i < TodayModel::kColumns; ++i) {
        if (m_lists[static_cast<std::size_t>(i)]->hasFocus())
            from = i;
    }
    moveColumn(from, 1);
}

void TodayPage::moveColumn(int from, int by)
{
    for (int step = 1; step <= TodayModel::kColumns; ++step) {
        const int to = (from + by * step + 2 * TodayModel::kColumns) % TodayModel::kColumns;
        QListView* list = m_lists[static_cast<std::size_t>(to)];
        if (list->model()->rowCount() == 0)
            continue;
        if (!list->currentIndex().isValid())
            list->setCurrentIndex(list->model()->index(0, 0));
        list->setFocus();
        return;
    }
}

void TodayPage::openCurrent()
{
    for (QListView* list : m_lists) {
        if (list->hasFocus() && list->currentIndex().isValid())
            m_presenter.open(list->currentIndex());
    }
}

bool TodayPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        openCurrent();
        return true;
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::eventFilter(watched, event);
    for (int i = 0; i < TodayModel::kColumns; ++i) {
        if (m_lists[static_cast<std::size_t>(i)] == watched)
            moveColumn(i, key == Qt::Key_Right ? 1 : -1);
    }
    return true;
}

void TodayPage::render(const TodayState& state)
{
    for (int i = 0; i < TodayModel::kColumns; ++i) {
        const int count = m_presenter.model().countOf(static_cast<TodayModel::Column>(i));
        m_counts[static_cast<std::size_t>(i)]->setText(QString::number(count));
        // A column without cards has nothing that could show the focus.
        m_lists[static_cast<std::size_t>(i)]->setFocusPolicy(count > 0 ? Qt::StrongFocus
                                                                       : Qt::NoFocus);
    }
    m_stack->setCurrentIndex(state.isEmpty && !state.loading ? 1 : 0);
    if (state.error) {
        QString text = ErrorText::of(*state.error);
        if (!state.error->where.isEmpty())
            text += u" (%1)"_s.arg(state.error->where);
        m_banner->show(Sign::Bad, text, tr("Load again"));
    } else {
        m_banner->show(Sign::Look, {});
    }
}

} // namespace handshake::ui
