// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive/records.h"
#include "app/cli/exit_code.h"
#include "app/session/session_service.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace handshake {

class Output;

/// What the session verbs say, as JSON lines of contract.md or in words.
void sayBegun(Output& output, const Session& session);
void saySaved(Output& output, const SavedItem& item);
void sayRefused(Output& output, const SessionId& session, EvidenceRole role, const Owner& owner,
                const Error& error);
void sayForm(Output& output, const SessionId& session, const WebsiteId& site, const QString& path);
void sayState(Output& output, const Session& session);
void saySummary(Output& output, const SessionSummary& summary);
void saySession(Output& output, const Session& session, const std::vector<CrossCheck>& crossChecks,
                const Verdict& verdict, const std::vector<ResultRecord>& results);
/// `{"dossier","status","to","items","numbers","received"}`; what is empty is left out.
[[nodiscard]] QJsonObject resultToJson(const ResultRecord& result);
/// What is to be corrected and which numbers were given, a line each; empty when there are none.
[[nodiscard]] QString itemsAsWords(const ResultRecord& result);
/// Ends a verb: Findings while something blocks.
ExitCode sayVerdict(Output& output, const Session& session, const Verdict& verdict);

} // namespace handshake
