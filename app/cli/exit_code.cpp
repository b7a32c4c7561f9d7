// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exit_code.h"

namespace handshake {

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::Unreadable:
    case ErrorCode::TooLarge:
    case ErrorCode::NotFound:
    case ErrorCode::Corrupt:
        return ExitCode::Unreadable;
    case ErrorCode::Unavailable:
    case ErrorCode::DeviceLost:
    case ErrorCode::Protocol:
        return ExitCode::Unavailable;
    case ErrorCode::Busy:
    case ErrorCode::Timeout:
    case ErrorCode::StorageFull:
    case ErrorCode::Storage:
    case ErrorCode::Cancelled:
        return ExitCode::TryLater;
    case ErrorCode::Denied:
        return ExitCode::Denied;
    case ErrorCode::Configuration:
        return ExitCode::Configuration;
    case ErrorCode::AlreadyExists:
    case ErrorCode::Conflict:
    case ErrorCode::Internal:
        break;
    }
    return ExitCode::Findings;
}

} // namespace handshake
