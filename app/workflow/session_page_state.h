// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/consent_notice.h"
#include "app/workflow/session_gateway.h"
#include "app/workflow/step_item.h"

#include <QImage>
#include <QString>

#include <optional>
#include <vector>

namespace handshake {

/// A sentence above the page, about a step that is not on the screen.
struct StepNotice {
    QString text;
    int step = -1; ///< index into the steps; -1: about no step
    bool bad = true;
};

/// Everything the session page shows: the page renders this and decides nothing.
struct SessionPageState {
    bool loading = false;
    std::optional<SessionView> view{};
    std::optional<ConsentNotice> consent{}; ///< set while the applicant has not agreed yet
    std::vector<StepItem> steps{};
    int current = -1;
    bool live = false; ///< the current step shows the camera, else its picture
    QImage picture{};  ///< of the current step, when not live
    QImage portrait{}; ///< on the ID card of the person whose photo this step takes; may be null
    bool busy = false; ///< a picture of the current step is being stored or checked
    bool printing = false;
    bool approving = false;
    QString printed{}; ///< what happened to the form last, in words
    std::optional<StepNotice> notice{};
    std::optional<Error> error{};
    bool canCapture = false;
    bool canPrint = false;
    bool canApprove = false;

    [[nodiscard]] const StepItem* currentStep() const;
    /// Of the current step; null without.
    [[nodiscard]] const Evidence* evidence() const;
    /// What was captured at a step; null when nothing was.
    [[nodiscard]] const Evidence* evidenceOf(const StepItem& step) const;
    /// Of StepItem::key(); -1 when there is none such.
    [[nodiscard]] int indexOf(const QString& stepKey) const;
    /// No session, or one that is approved: nothing is captured any more.
    [[nodiscard]] bool isFrozen() const;
    /// A picture may be taken, again or from a file, at the current step.
    [[nodiscard]] bool takesPictures() const;
};

} // namespace handshake
