// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/session_page_state.h"

#include <algorithm>

namespace handshake {

const StepItem* SessionPageState::currentStep() const
{
    if (current < 0 || current >= static_cast<int>(steps.size()))
        return nullptr;
    return &steps[static_cast<std::size_t>(current)];
}

const Evidence* SessionPageState::evidence() const
{
    const StepItem* step = currentStep();
    return step ? evidenceOf(*step) : nullptr;
}

const Evidence* SessionPageState::evidenceOf(const StepItem& step) const
{
    if (!view || step.kind != StepItem::Kind::Capture)
        return nullptr;
    return view->session.find(step.step.role, step.step.owner);
}

int SessionPageState::indexOf(const QString& stepKey) const
{
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const StepItem& item) { return item.key() == stepKey; });
    return found == steps.end() ? -1 : static_cast<int>(found - steps.begin());
}

bool SessionPageState::isFrozen() const
{
    return !view || view->session.isFrozen();
}

bool SessionPageState::takesPapers() const
{
    return takesPictures() && currentStep()->step.role != EvidenceRole::Photo;
}

bool SessionPageState::takesPictures() const
{
    const StepItem* step = currentStep();
    return step && step->kind == StepItem::Kind::Capture && !consent && !busy && !isFrozen();
}

void SessionPageState::follow(const SessionActivity& activity)
{
    const StepItem* step = currentStep();
    printing = activity.printing;
    approving = activity.approving;
    if (step && step->kind == StepItem::Kind::Capture && !consent)
        busy = activity.stepPending;
    else if (!consent)
        busy = printing || approving;
    scanning = activity.scanning;
    scanned = activity.scanned;
    canScan = activity.hasScanner && takesPapers() && !scanning && !activity.stepPending;
    const bool isCard = step && (step->step.role == EvidenceRole::IdPortrait ||
                                 step->step.role == EvidenceRole::IdEmblem);
    readingChip = activity.readingChip;
    canReadChip = activity.chipReaderFree && isCard && !isFrozen() && !consent;
    canCapture = live && !isFrozen() && !activity.stepPending && !scanning && activity.hasFrame;
    canPrint =
        !isFrozen() && !consent && !printing && view->verdict.mayGoHome && !activity.anyPending;
    canApprove = view && !approving && activity.mayApprove && !activity.anyPending &&
                 view->session.state == SessionState::AwaitingReview;
}

} // namespace handshake
