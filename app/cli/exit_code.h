// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/error.h"

namespace handshake {

/// Exit codes of the command line (contract.md), the numbers of sysexits.h where one fits.
enum class ExitCode : int {
    Ok = 0,
    Findings = 1,     ///< done, with findings
    Usage = 64,       ///< the call's words are off
    Unreadable = 65,  ///< input cannot be read as what it should be
    Unavailable = 69, ///< server or display not reached
    TryLater = 75,    ///< also: another process owns the store
    Denied = 77,
    Configuration = 78,
};

[[nodiscard]] ExitCode exitCodeOf(ErrorCode code);

} // namespace handshake
