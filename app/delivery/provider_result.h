// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/core/result.h"
#include "app/delivery/receipt_key.h"

#include <QByteArray>

namespace handshake {

/// The result inside `jws` (contract.md, "The provider's server"), or why it is none: Protocol: not
/// a JWS, wrong `alg`, `typ` or form; Corrupt: no pinned key signed it. Whether the dossier it
/// names is ours is the archive's to say. Texts for staff are cleaned of what is not text.
[[nodiscard]] Result<ResultRecord> verifyResult(const QByteArray& jws, const ReceiptKey& key);

} // namespace handshake
