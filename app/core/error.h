// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>

namespace handshake {

/// What kind of failure it is: what callers branch on, what decides the exit code and the advice.
enum class ErrorCode : std::uint8_t {
    InvalidInput,  ///< the request or a value in it is not permitted
    Unreadable,    ///< input cannot be read as what it should be
    TooLarge,      ///< input is over a stated limit; nothing of it was processed
    NotFound,      ///< what was named does not exist
    AlreadyExists, ///< it is there already, and is not replaced
    Conflict,      ///< the state does not permit this action
    Denied,        ///< the operator may not do this
    Busy,          ///< somebody else owns it just now
    Unavailable,   ///< server, display or device not reached
    DeviceLost,    ///< a device vanished or froze
    Timeout,       ///< no answer in the time allowed
    Protocol,      ///< the other side answered, but not what the protocol allows
    StorageFull,   ///< no room left on the disk
    Storage,       ///< a file could not be written, synced, read
    Corrupt,       ///< stored or received data is not what was once written
    Configuration, ///< a setting is missing or wrong
    Cancelled,     ///< was cancelled; not an error to show
    Internal,      ///< our own mistake, or an exception of a library
};

/// Stable English name of a code, as in JSON: "invalid-input".
[[nodiscard]] QString errorCodeName(ErrorCode code);

/// A failure as a value. `detail` is English, goes to the log and therefore never holds personal
/// data. `where` names the place for the one who asked (a file, a field path such as
/// "subject.name"); it is shown, never logged. What the clerk should do is said in
/// app/workflow/error_text.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString where{};

    /// The same error, naming the place; an inner place stays, behind the outer one.
    [[nodiscard]] Error at(const QString& place) const;
};

} // namespace handshake
