// SPDX-License-Identifier: Apache-2.0
#include "ui/session/capture_panel.h"

#include "app/workflow/display_words.h"
#include "app/workflow/error_text.h"
#include "ui/common/camera_view.h"
#include "ui/common/key_button.h"
#include "ui/common/lamp_list.h"
#include "ui/common/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideWidth = 296;
constexpr QSize kPortrait{94, 120};

QString noPicture(const LiveCameraState& camera)
{
    if (camera.error)
        return ErrorText::of(*camera.error);
    if (camera.camera == Camera::State::Off)
        return {};
    return CapturePanel::tr("The camera is starting …");
}

QString headingFor(const SessionPageState& state)
{
    const Step& step = state.currentStep()->step;
    const QString what = state.live ? words::instruction(step.role) : words::role(step.role);
    return step.personName.isEmpty() || state.view->session.isFrozen()
               ? what
               //: Who has to do what: "Li: Ask the person to …"
               : CapturePanel::tr("%1: %2").arg(step.personName, what);
}

/// What to do about a live picture in which everything is green.
QString readyAdvice(const SessionPageState& state, const LiveCameraState& camera)
{
    if (state.currentStep()->step.role == EvidenceRole::Photo)
        return camera.burst == BurstState::Idle ? CapturePanel::tr("All green: press Space.")
                                                : CapturePanel::tr("All green: hold still …");
    return camera.isTaken
               ? CapturePanel::tr("This side is taken. Lay down what is asked for above.")
               : CapturePanel::tr("Lies well: it is taken by itself, or at once with Space.");
}

QString adviceFor(const SessionPageState& state)
{
    const Evidence* evidence = state.evidence();
    if (!evidence)
        return {};
    const std::vector<OpenItem> open = openItemsOf(*state.view, *evidence);
    if (open.empty())
        return CapturePanel::tr("All is well.");
    const QString advice = ErrorText::advice(open.front().advice, open.front().adviceArguments);
    // A check of this very picture has its lamp beside it; a line of the matrix needs its name.
    return open.front().key.startsWith(u"cross/")
               ? words::crossCheck(open.front().key) + u'\n' + advice
               : advice;
}

} // namespace

CapturePanel::CapturePanel(SessionPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_instruction(new QLabel)
    , m_view(new CameraView)
    , m_lampTitle(new QLabel)
    , m_lamps(new LampList)
    , m_portrait(new QLabel)
    , m_advice(new QLabel)
    , m_primary(new KeyButton(KeyAction::Primary, KeyButton::Look::Primary))
    , m_retake(new KeyButton(KeyAction::Retake, KeyButton::Look::Plain))
    , m_import(new KeyButton(KeyAction::ImportPicture, KeyButton::Look::Plain))
    , m_scan(new KeyButton(KeyAction::Scan, KeyButton::Look::Plain))
    , m_chip(new KeyButton(KeyAction::ReadChip, KeyButton::Look::Plain))
    , m_approve(new KeyButton(KeyAction::Approve, KeyButton::Look::Primary))
    , m_done(new QLabel)
{
    m_instruction->setFont(theme::font(theme::kLead, true));
    m_instruction->setObjectName(u"instruction"_s);
    m_instruction->setWordWrap(true);
    m_view->setObjectName(u"cameraView"_s);
    m_lampTitle->setFont(theme::font(theme::kBody, true));
    m_lamps->setObjectName(u"lamps"_s);
    m_advice->setObjectName(u"advice"_s);
    m_advice->setFont(theme::font(theme::kLead));
    m_advice->setWordWrap(true);
    m_advice->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_portrait->setObjectName(u"idPortrait"_s);
    m_portrait->setFixedSize(kPortrait);
    m_portrait->setScaledContents(true);
    m_portrait->setAccessibleName(tr("Portrait on the ID card"));
    m_portrait->setToolTip(tr("The portrait on the ID card. Compare it with the person yourself."));
    m_done->setObjectName(u"done"_s);
    m_done->setFont(theme::font(theme::kLead, true));
    m_done->setWordWrap(true);
    m_primary->setObjectName(u"primaryButton"_s);
    m_retake->setObjectName(u"retakeButton"_s);
    m_import->setObjectName(u"importButton"_s);
    m_scan->setObjectName(u"scanButton"_s);
    m_chip->setObjectName(u"chipButton"_s);
    m_approve->setObjectName(u"approveButton"_s);
    m_import->setLabel(tr("Picture file"));
    m_retake->setLabel(tr("Take again"));
    m_approve->setLabel(tr("Approve"));

    auto* side = new QFrame;
    side->setObjectName(u"card"_s);
    side->setFixedWidth(kSideWidth);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(16, 14, 16, 16);
    sideLayout->setSpacing(9);
    sideLayout->addWidget(m_lampTitle);
    sideLayout->addWidget(m_lamps);
    sideLayout->addSpacing(4);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(12);
    beside->addWidget(m_portrait, 0, Qt::AlignTop);
    beside->addWidget(m_advice, 1);
    sideLayout->addLayout(beside, 1);
    sideLayout->addWidget(m_done);
    sideLayout->addWidget(m_primary);
    sideLayout->addWidget(m_approve);
    sideLayout->addWidget(m_retake);
    sideLayout->addWidget(m_import);
    sideLayout->addWidget(m_scan);
    sideLayout->addWidget(m_chip);

    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kGap);
    left->addWidget(m_instruction);
    left->addWidget(m_view, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(left, 1);
    layout->addWidget(side);

    connect(m_primary, &QPushButton::clicked, &presenter, &SessionPresenter::primary);
    connect(m_retake, &QPushButton::clicked, &presenter, &SessionPresenter::retake);
    connect(m_import, &QPushButton::clicked, &presenter, &SessionPresenter::importPicture);
    connect(m_scan, &QPushButton::clicked, &presenter, &SessionPresenter::scan);
    connect(m_chip, &QPushButton::clicked, &presenter, &SessionPresenter::readChip);
    connect(m_approve, &QPushButton::clicked, &presenter, &SessionPresenter::approve);
    connect(m_view, &CameraView::filesDropped, &presenter,
            [&presenter](const QStringList& paths) { presenter.addFile(paths.front()); });
    connect(&presenter.camera(), &LiveCamera::frameShown, this, &CapturePanel::showFrame);
    connect(&presenter, &SessionPresenter::stateChanged, this, &CapturePanel::render);
    render(presenter.state());
}

void CapturePanel::focusPrimary()
{
    if (m_primary->isEnabled())
        m_primary->setFocus();
    else
        m_view->setFocus();
}

void CapturePanel::toggleFigures()
{
    m_lamps->setFiguresShown(!m_lamps->areFiguresShown());
}

void CapturePanel::showFrame(const QImage& frame)
{
    if (m_presenter.state().live)
        m_view->setFrame(frame);
}

void CapturePanel::render(const SessionPageState& state)
{
    const StepItem* step = state.currentStep();
    if (!state.view || !step || step->kind != StepItem::Kind::Capture)
        return;
    m_instruction->setText(headingFor(state));
    renderPortrait(state);
    if (state.live)
        renderLive(state);
    else
        renderPicture(state);
    renderPrimary(state);
    renderDevices(state);
    renderCompleted(state);
}

void CapturePanel::renderLive(const SessionPageState& state)
{
    const LiveCameraState& camera = m_presenter.camera().state();
    if (!m_presenter.camera().latest())
        m_view->setFrame({});
    m_view->setMessage(noPicture(camera));
    m_view->setOverlay(camera.view, state.currentStep()->step.role == EvidenceRole::Photo);
    m_view->setBand({});
    m_lampTitle->setText(camera.name.isEmpty() ? tr("Camera") : camera.name);
    m_lamps->setLamps(camera.view.lamps);
    m_advice->setText(camera.view.allGreen ? readyAdvice(state, camera)
                                           : ErrorText::advice(camera.view.advice, {}));
    if (camera.burst == BurstState::Armed)
        m_view->setBand(
            tr("It is taken when all has been green for a second. Space: now, Esc: not."));
    else if (camera.burst == BurstState::Running)
        m_view->setBand(tr("Hold still …"));
}

void CapturePanel::renderPicture(const SessionPageState& state)
{
    const Evidence* evidence = state.evidence();
    m_view->clearOverlay();
    m_view->setFrame(state.picture);
    m_view->setMessage(evidence ? tr("Opening the picture …") : tr("No picture was taken."));
    const StepItem::Mark mark = state.currentStep()->mark;
    m_view->setBand(mark == StepItem::Mark::Saving     ? tr("Saving …")
                    : mark == StepItem::Mark::Checking ? tr("Saved. Being checked …")
                                                       : QString());
    m_lampTitle->setText(tr("Checks of this picture"));
    m_lamps->setLamps(evidence && !state.busy ? evidence->checks : std::vector<CheckValue>{});
    m_advice->setText(state.busy ? QString() : adviceFor(state));
}

void CapturePanel::renderPortrait(const SessionPageState& state)
{
    m_portrait->setVisible(!state.portrait.isNull());
    if (!state.portrait.isNull())
        m_portrait->setPixmap(QPixmap::fromImage(state.portrait));
}

void CapturePanel::renderPrimary(const SessionPageState& state)
{
    const bool frozen = state.view->session.isFrozen();
    const bool bad = state.currentStep()->mark == StepItem::Mark::Bad;
    const bool last = state.current + 1 == static_cast<int>(state.steps.size());
    const bool armed = m_presenter.camera().state().burst != BurstState::Idle;
    m_primary->setLabel(state.live ? armed ? tr("Take it now") : tr("Take the picture")
                        : bad ? tr("Take again")
                                   : tr("Next step"));
    m_primary->setEnabled(state.live ? state.canCapture : !state.busy);
    m_primary->setVisible(state.live || bad || !last);
    m_retake->setVisible(!state.live && !bad && !frozen);
    m_retake->setEnabled(!state.busy);
    m_import->setVisible(!frozen);
    m_import->setEnabled(!state.busy);
}

/// Only where there is such a device, and while it works.
void CapturePanel::renderDevices(const SessionPageState& state)
{
    m_scan->setVisible(state.canScan || state.scanning);
    m_scan->setEnabled(state.canScan);
    m_scan->setLabel(!state.scanning      ? tr("Scan")
                     : state.scanned >= 0 ? tr("Scanning … %1 %").arg(qRound(state.scanned * 100))
                                          : tr("Scanning …"));
    m_chip->setVisible(state.canReadChip || state.readingChip);
    m_chip->setEnabled(state.canReadChip);
    m_chip->setLabel(state.readingChip ? tr("Lay the card on the reader …") : tr("Read chip"));
}

void CapturePanel::renderCompleted(const SessionPageState& state)
{
    const Session& session = state.view->session;
    m_approve->setVisible(state.canApprove || state.approving);
    m_approve->setEnabled(state.canApprove);
    QString done;
    if (session.state == SessionState::AwaitingReview)
        done = m_approve->isVisibleTo(this)
                   ? tr("Everything is here. Approve it and it goes to the upload.")
                   : tr("Everything is here. A colleague approves it; press F2 for the next.");
    else if (session.state == SessionState::Approved)
        done = tr("Approved. It waits in the upload (Ctrl+U); press F2 for the next.");
    else if (session.state == SessionState::Sent)
        done = tr("Sent, and the receipt is kept.");
    else if (session.state == SessionState::Accepted)
        done = tr("Sent. The provider accepted it and takes it to the authority.");
    else if (session.state == SessionState::Passed)
        done = tr("Done. The authority has filed it.");
    else if (session.state == SessionState::Rejected)
        done = tr("Rejected. It will not be filed as it is; tell the applicant.");
    m_done->setText(done);
    m_done->setVisible(!done.isEmpty());
}

} // namespace handshake::ui
