// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/check_value.h"
#include "app/filing/filing.h"
#include "app/session/session_types.h"

#include <QString>

namespace handshake::words {

/// Names of things for the screens, translated. Short: they stand on cards, lamps and lines.
[[nodiscard]] QString role(EvidenceRole role);
/// What to do at a step: "Lay the portrait side of the ID card under the camera."
[[nodiscard]] QString instruction(EvidenceRole role);
[[nodiscard]] QString state(SessionState state);
[[nodiscard]] QString transfer(TransferState state);
[[nodiscard]] QString kind(FilingKind kind);
[[nodiscard]] QString result(CheckResult result);
/// Of a check or lamp: "sharp", "backdrop", …; unknown ids come back as they are.
[[nodiscard]] QString check(const QString& id);
/// Of a line of the consistency matrix: "cross/subject.name".
[[nodiscard]] QString crossCheck(const QString& id);
/// Of an open item's key: "photo@site:1/sharp".
[[nodiscard]] QString openItem(const QString& key);

} // namespace handshake::words
