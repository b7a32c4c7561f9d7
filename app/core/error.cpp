// SPDX-License-Identifier: Apache-2.0
#include "app/core/error.h"

namespace handshake {

using namespace Qt::StringLiterals;

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"invalid-input"_s;
    case ErrorCode::Unreadable:
        return u"unreadable"_s;
    case ErrorCode::TooLarge:
        return u"too-large"_s;
    case ErrorCode::NotFound:
        return u"not-found"_s;
    case ErrorCode::AlreadyExists:
        return u"already-exists"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::Denied:
        return u"denied"_s;
    case ErrorCode::Busy:
        return u"busy"_s;
    case ErrorCode::Unavailable:
        return u"unavailable"_s;
    case ErrorCode::DeviceLost:
        return u"device-lost"_s;
    case ErrorCode::Timeout:
        return u"timeout"_s;
    case ErrorCode::Protocol:
        return u"protocol"_s;
    case ErrorCode::StorageFull:
        return u"storage-full"_s;
    case ErrorCode::Storage:
        return u"storage"_s;
    case ErrorCode::Corrupt:
        return u"corrupt"_s;
    case ErrorCode::Configuration:
        return u"configuration"_s;
    case ErrorCode::Cancelled:
        return u"cancelled"_s;
    case ErrorCode::Internal:
        break;
    }
    return u"internal"_s;
}

Error Error::at(const QString& place) const
{
    return Error{code, detail, where.isEmpty() ? place : place + u": "_s + where};
}

} // namespace handshake
