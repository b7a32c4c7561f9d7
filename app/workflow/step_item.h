// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/steps.h"
#include "app/workflow/session_gateway.h"

#include <QImage>
#include <QString>

#include <cstdint>
#include <vector>

namespace handshake {

/// One picture of the stepper.
struct StepItem {
    enum class Kind : std::uint8_t { Capture, CheckAndPrint };
    enum class Mark : std::uint8_t { Open, Saving, Checking, Good, Look, Bad };

    Kind kind = Kind::Capture;
    Step step{};
    Mark mark = Mark::Open;
    QImage thumbnail{};

    [[nodiscard]] QString key() const; ///< "photo@site:1", "check" for check & print
};

/// As StepItem::key(): "photo@site:1".
[[nodiscard]] QString stepKeyOf(EvidenceRole role, const Owner& owner);

/// The stepper of a session: papers, photos, check & print, signed forms. Marks follow from what is
/// stored and judged; thumbnails stay empty.
[[nodiscard]] std::vector<StepItem> stepItems(const SessionView& view);

/// Everything still open that concerns this piece of evidence, its cross-checks included; the
/// gravest first.
[[nodiscard]] std::vector<OpenItem> openItemsOf(const SessionView& view, const Evidence& evidence);

} // namespace handshake
