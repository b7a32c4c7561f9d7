// SPDX-License-Identifier: Apache-2.0
#include "ui/common/step_list.h"

#include "app/workflow/display_words.h"
#include "ui/common/marks.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 216;
constexpr int kTall = 92;
constexpr int kLow = 62;
constexpr std::size_t kTallSteps = 6; ///< more than these get lower rows, so that all are seen

} // namespace

StepButton::StepButton(int number, QWidget* parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(u"step%1"_s.arg(number));
}

QString StepButton::statusOf(const StepItem& step)
{
    switch (step.mark) {
    case StepItem::Mark::Open:
        return step.kind == StepItem::Kind::Capture ? tr("Missing") : tr("Not printed");
    case StepItem::Mark::Saving:
        return tr("Saving …");
    case StepItem::Mark::Checking:
        return tr("Saved, checking …");
    case StepItem::Mark::Good:
        return tr("Right");
    case StepItem::Mark::Look:
        return tr("Take a look");
    case StepItem::Mark::Bad:
        return tr("Wrong");
    }
    return {};
}

QString StepButton::titleOf(const StepItem& step)
{
    return step.kind == StepItem::Kind::CheckAndPrint ? tr("Check and print")
                                                      : words::role(step.step.role);
}

void StepButton::setStep(const StepItem& step, bool current, bool several)
{
    m_step = step;
    m_current = current;
    m_title = titleOf(step);
    if (several && step.step.owner.website)
        m_title += u" %1"_s.arg(step.step.owner.website->value());
    m_status = statusOf(step);
    //: Accessible name of a step: number, name, state
    setAccessibleName(tr("Step %1, %2: %3").arg(m_number).arg(m_title, m_status));
    setToolTip(step.step.personName.isEmpty() ? accessibleName()
                                              : accessibleName() + u", "_s + step.step.personName);
    update();
}

void StepButton::setTall(bool tall)
{
    m_tall = tall;
    updateGeometry();
}

QSize StepButton::sizeHint() const
{
    return {kWidth, m_tall ? kTall : kLow};
}

void StepButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool strong = m_current || hasFocus();
    painter.setPen(QPen(QColor(strong ? theme::kAccent : theme::kLine), strong ? 2 : 1));
    painter.setBrush(QColor(m_current ? theme::kAccentSoft : theme::kSurface));
    painter.drawRoundedRect(box, theme::kRadius, theme::kRadius);
    if (m_current) { // a bar as well: the current step is not told by colour alone
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(theme::kAccent));
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 12, 5, box.height() - 24), 2, 2);
    }
    const double side = box.height() - 20;
    const QRectF place(box.left() + 13, box.top() + 10, side * 1.18, side);
    QPainterPath clip;
    clip.addRoundedRect(place, 5, 5);
    painter.save();
    painter.setClipPath(clip);
    painter.fillRect(place, QColor(theme::kSunken));
    if (m_step.thumbnail.isNull()) {
        drawStepGlyph(painter, place.adjusted(6, 6, -6, -6), m_step, QColor(theme::kQuiet));
    } else {
        const QSizeF filled =
            QSizeF(m_step.thumbnail.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(
            QRectF(place.center() - QPointF(filled.width(), filled.height()) / 2, filled),
            m_step.thumbnail);
    }
    painter.restore();
    const Sign sign = signOf(m_step.mark);
    const double left = place.right() + 10;
    const QRectF words(left, box.top() + (m_tall ? 10 : 3), box.right() - left - 6,
                       box.height() - (m_tall ? 20 : 6));
    painter.setPen(QColor(theme::kText));
    painter.setFont(theme::font(m_tall ? theme::kBody : 9, m_current));
    const QString title = u"%1  %2"_s.arg(m_number).arg(m_title);
    painter.drawText(words.adjusted(0, 0, 0, -22), Qt::AlignVCenter | Qt::TextWordWrap, title);
    drawSign(painter, QRectF(left, words.bottom() - 19, 15, 15), sign);
    painter.setFont(theme::font(9));
    painter.setPen(colourOf(sign));
    painter.drawText(QRectF(left + 21, words.bottom() - 22, words.width() - 19, 21),
                     Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_status, Qt::ElideRight,
                                                      static_cast<int>(words.width()) - 19));
}

StepList::StepList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Steps"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->addStretch();
    setFixedWidth(kWidth);
}

void StepList::setSteps(const std::vector<StepItem>& steps, int current)
{
    while (m_buttons.size() > steps.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < steps.size()) {
        const int index = static_cast<int>(m_buttons.size());
        auto* button = new StepButton(index + 1, this);
        connect(button, &QAbstractButton::clicked, this,
                [this, index] { Q_EMIT stepChosen(index); });
        m_layout->insertWidget(index, button);
        m_buttons.push_back(button);
    }
    const auto photos = std::count_if(steps.begin(), steps.end(), [](const StepItem& item) {
        return item.kind == StepItem::Kind::Capture && item.step.role == EvidenceRole::Photo;
    });
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_buttons[i]->setStep(steps[i], static_cast<int>(i) == current, photos > 1);
        m_buttons[i]->setTall(steps.size() <= kTallSteps);
    }
}

} // namespace handshake::ui
