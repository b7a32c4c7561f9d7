// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/session_types.h"

#include <QJsonArray>
#include <QJsonObject>

namespace handshake {

/// What the archive keeps of a session, without its evidence (which has rows of its own).
[[nodiscard]] QJsonObject returnItemToJson(const ReturnItem& item);
[[nodiscard]] QJsonObject sessionToJson(const Session& session);

/// Corrupt when the stored form is not what sessionToJson() writes. `record` gives id, revision,
/// state and times.
[[nodiscard]] Result<Session> sessionFromRecord(const SessionRecord& record);

/// What was seen in a piece of evidence: checks, fields, geometry, provenance.
[[nodiscard]] QJsonObject evidenceDetailsToJson(const Evidence& evidence);
[[nodiscard]] Result<Evidence> evidenceFromRecord(const EvidenceRecord& record);

/// `[{"id","result","value","limit","advice"}]`, as in contract.md, `advice` being the key.
[[nodiscard]] QJsonArray checksToJson(const std::vector<CheckValue>& checks);
[[nodiscard]] Result<std::vector<CheckValue>> checksFromJson(const QJsonArray& array);

[[nodiscard]] QString checkResultName(CheckResult result); ///< "pass" "warn" "fail" "unknown"

} // namespace handshake
