// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace handshake {

class Archive;

/// Why a transfer waits that lies on a stick: its receipt comes by hand.
inline constexpr auto kCarriedReason = QLatin1StringView("delivery.carried");

/// Session states behind approval (session/session_types.h): what the provider made of it later
/// does not change that it was approved.
[[nodiscard]] bool isApprovedState(QStringView state);

/// Whether `dossier` is what its session stands for: false once the session was returned to the
/// counter, or has a newer dossier. Such a one does not leave the house any more.
[[nodiscard]] Result<bool> isCurrentDossier(Archive& archive, const DossierRecord& dossier);

/// Transfers that still have bytes to send, or a receipt to get, oldest dossier first; parked ones
/// included.
[[nodiscard]] Result<std::vector<TransferRecord>> unsentTransfers(Archive& archive);

} // namespace handshake
