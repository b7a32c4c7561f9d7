// SPDX-License-Identifier: Apache-2.0
#include "app/archive/process_lock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace handshake {

using namespace Qt::StringLiterals;

struct ProcessLock::Handle {
    int file = -1;
};

Result<std::unique_ptr<ProcessLock>> ProcessLock::acquire(const QString& file)
{
    // Closed on exec: a helper process that outlives us must not keep the store.
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC,
                                  S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return Error{errno == ENOSPC ? ErrorCode::StorageFull : ErrorCode::Storage,
                     u"the store's lock cannot be opened (error %1)"_s.arg(errno), file};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) < 0) {
        const int number = errno;
        ::close(descriptor);
        if (number == EWOULDBLOCK)
            return Error{ErrorCode::Busy, u"another process owns the store"_s, file};
        return Error{ErrorCode::Storage, u"the store cannot be locked (error %1)"_s.arg(number),
                     file};
    }
    return std::unique_ptr<ProcessLock>(
        new ProcessLock(std::make_unique<Handle>(Handle{descriptor})));
}

ProcessLock::ProcessLock(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}

ProcessLock::~ProcessLock()
{
    ::close(m_handle->file); // gives the lock back
}

} // namespace handshake
