// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QtGlobal>

#include <cstdint>
#include <optional>

namespace handshake {

/// What a check of a picture or paper came to. Order is severity, so that the worst is the
/// greatest; `Unknown` ("could not assess") counts as a warning.
enum class CheckResult : std::uint8_t { Pass, Unknown, Warn, Fail };

/// One check with the figures behind it (contract.md: checks of `check photo`, `read document`).
struct CheckValue {
    QString id; ///< "sharp", "backdrop", ...
    CheckResult result = CheckResult::Unknown;
    std::optional<double> value{}; ///< what was measured, in the check's own unit
    std::optional<double> limit{}; ///< the threshold it was held against
    QString advice{};              ///< key into app/workflow/error_text, empty when passed

    friend bool operator==(const CheckValue&, const CheckValue&) = default;
};

} // namespace handshake
