// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"
#include "app/delivery/carry_folder.h"
#include "app/delivery/receipt_key.h"

#include <functional>
#include <optional>
#include <vector>

namespace handshake {

class Archive;

/// One dossier or receipt on its way over the stick.
struct CarryStep {
    enum class Kind : std::uint8_t {
        Carried,   ///< written, read back, in the index
        There,     ///< lay on the stick whole already
        Withheld,  ///< parked: the provider's server refused it, and would again
        Receipted, ///< its receipt is verified and stored
        Refused,   ///< not taken; `error` says why
    };
    Kind kind = Kind::Refused;
    QString fileName;
    std::optional<DossierId> dossier{};
    std::optional<SessionId> session{};
    std::optional<Error> error{};
};

/// Called for each as it happens.
using CarryTeller = std::function<void(const CarryStep&)>;

/// Writes what is approved and not receipted into `folder`, with an audit entry each. Nothing
/// counts as sent by that: only its receipt says so. Twice is harmless. A step that cannot be done
/// because of the stick (full, broken) ends it; what was written before stays, and is in the index.
Result<void> exportDossiers(Archive& archive, const CarryFolder& folder, const OperatorId& who,
                            const CarryTeller& tell);

/// Takes the receipts in `folder`: each verified under `key` against the dossier as it is kept
/// here. What is none, or of a dossier of somebody else, is refused, and the others go on.
Result<void> importReceipts(Archive& archive, const CarryFolder& folder, const ReceiptKey& key,
                            const OperatorId& who, const CarryTeller& tell);

} // namespace handshake
