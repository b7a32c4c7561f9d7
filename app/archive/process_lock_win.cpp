// SPDX-License-Identifier: Apache-2.0
#include "app/archive/process_lock.h"

#include <QDir>

#include <windows.h>

namespace handshake {

using namespace Qt::StringLiterals;

struct ProcessLock::Handle {
    HANDLE file = INVALID_HANDLE_VALUE;
};

Result<std::unique_ptr<ProcessLock>> ProcessLock::acquire(const QString& file)
{
    // Not inheritable (no security attributes): a helper process must not keep the store.
    const HANDLE handle = CreateFileW(
        QDir::toNativeSeparators(file).toStdWString().c_str(), GENERIC_READ | GENERIC_WRITE,
        FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return Error{ErrorCode::Storage,
                     u"the store's lock cannot be opened (error %1)"_s.arg(GetLastError()), file};
    OVERLAPPED range{};
    if (!LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &range)) {
        const DWORD number = GetLastError();
        CloseHandle(handle);
        if (number == ERROR_LOCK_VIOLATION || number == ERROR_IO_PENDING)
            return Error{ErrorCode::Busy, u"another process owns the store"_s, file};
        return Error{ErrorCode::Storage, u"the store cannot be locked (error %1)"_s.arg(number),
                     file};
    }
    return std::unique_ptr<ProcessLock>(new ProcessLock(std::make_unique<Handle>(Handle{handle})));
}

ProcessLock::ProcessLock(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}

ProcessLock::~ProcessLock()
{
    CloseHandle(m_handle->file); // gives the lock back
}

} // namespace handshake
