// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"
#include "app/core/result.h"
#include "app/filing/filing.h"
#include "app/filing/finding.h"
#include "app/reading/paper_reading.h"
#include "app/session/verdict.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace handshake {

/// The JSON and the words of contract.md for what was seen, read and judged.

/// A file holding one filing or order; errors name the file and the field.
[[nodiscard]] Result<Filing> readFilingFile(const QString& path);

[[nodiscard]] QString verdictName(CheckResult result); ///< unknown counts as warn
/// As checksToJson(), the advice in words.
[[nodiscard]] QJsonArray checksWithWords(const std::vector<CheckValue>& checks);
[[nodiscard]] QString checksAsWords(const QString& title, CheckResult verdict,
                                    const std::vector<CheckValue>& checks);
[[nodiscard]] QJsonObject readingToJson(const QString& file, const PaperReading& reading);
[[nodiscard]] QString readingAsWords(const QString& file, const PaperReading& reading);
[[nodiscard]] QJsonObject findingToJson(const Finding& finding);
[[nodiscard]] QString findingAsWords(const Finding& finding);
[[nodiscard]] QJsonObject verdictToJson(const Session& session, const Verdict& verdict);
[[nodiscard]] QString verdictAsWords(const Session& session, const Verdict& verdict);

} // namespace handshake
