// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/filing/xzba_writer.h"
#include "app/session/session_types.h"

#include <functional>

namespace handshake {

/// What filing.xml is written of: the session's filing, its approvals naming the scans that were
/// captured.
struct FilingMessage {
    Filing filing;
    ApprovalScans scans;
};

/// `scanOf` makes the JPEG of one captured paper. Of the papers of a website the last count, in
/// their order: what was taken again comes after what it replaces. Names are given anew, because
/// two approvals may use one; a name without a scan is left for the writer to refuse.
[[nodiscard]] Result<FilingMessage>
filingMessage(const Session& session,
              const std::function<Result<QByteArray>(const Evidence&)>& scanOf);

} // namespace handshake
