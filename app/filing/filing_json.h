// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/filing/filing.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringView>

namespace handshake {

inline constexpr QStringView kFilingFormat = u"handshake-filing/1";

/// Reads "handshake-filing/1". Unreadable when the bytes are not such a filing: no JSON, another
/// format, a member missing, of the wrong type or out of range, an id used twice; `where` is then
/// the path of the field ("websites[0].domains[0].name"). What a filing's values mean is not judged
/// here but in preflight().
[[nodiscard]] Result<Filing> parseFiling(const QByteArray& bytes);
[[nodiscard]] Result<Filing> filingFromJson(const QJsonObject& object);

/// The JSON of a filing, unknown members included; equal filings give equal JSON.
[[nodiscard]] QJsonObject filingToJson(const Filing& filing);

/// "XZBA", "XZWZ", "XZJR", "BGBA", "ZXBA".
[[nodiscard]] QString filingKindCode(FilingKind kind);

} // namespace handshake
