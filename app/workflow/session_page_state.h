// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workflow/consent_notice.h"
#include "app/workflow/session_gateway.h"
#include "app/workflow/step_item.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace handshake {

/// A sentence above the page, about a step that is not on the screen.
struct StepNotice {
    enum class Tone : std::uint8_t { Good, Look, Bad };

    QString text;
    int step = -1; ///< index into the steps; -1: about no step
    Tone tone = Tone::Bad;
};

/// What goes on beside the page: cameras, scanners, printers and the archive at work.
struct SessionActivity {
    bool printing = false;
    bool approving = false;
    bool stepPending = false; ///< a picture of the current step is on its way
    bool anyPending = false;
    bool mayApprove = false; ///< whoever works here may approve what they captured
    bool hasFrame = false;   ///< the camera has a picture
    bool hasScanner = false;
    bool scanning = false;
    double scanned = -1; ///< of the page under way, 0 to 1; negative while it is not known
    bool chipReaderFree = false;
    bool readingChip = false;
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
    bool canScan = false;     ///< the current step may take a page from the scanner
    bool scanning = false;    ///< a page is under way
    double scanned = -1;      ///< of it, 0 to 1; negative while it is not known
    bool canReadChip = false; ///< the current step's card may be laid on the chip reader
    bool readingChip = false; ///< a card is waited for
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
    /// A page or a chip is waited for: Esc ends that first.
    [[nodiscard]] bool isWaiting() const { return scanning || readingChip; }
    /// The current step takes a paper, not a person.
    [[nodiscard]] bool takesPapers() const;
    /// Takes over what goes on; what may be done now follows from it.
    void follow(const SessionActivity& activity);
    /// A picture may be taken, again or from a file, at the current step.
    [[nodiscard]] bool takesPictures() const;
};

} // namespace handshake
