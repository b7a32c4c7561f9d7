// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace handshake {

/// Order is gravity, so that the gravest is the greatest. Only Error keeps a filing from going out.
enum class Severity : std::uint8_t { Info, Warning, Error };

/// "info", "warning", "error", as in JSON.
[[nodiscard]] QString severityName(Severity severity);

/// One thing a pre-flight found in a filing.
struct Finding {
    QString code{}; ///< the authority's where it has one ("1041"), else ours ("F:address-detail")
    Severity severity = Severity::Error;
    QString field{};         ///< path in the JSON model: "websites[0].homeUrl"
    QString messageKey{};    ///< key into app/workflow/error_text: "filing.1041"
    QStringList arguments{}; ///< for %1 %2 of the message; shown, never logged

    friend bool operator==(const Finding&, const Finding&) = default;
};

} // namespace handshake
