// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>

#include <memory>

namespace handshake {

/// The right of one process to a store (rule 8). The operating system holds it: it is gone with the
/// process, however that ends, and no stale file can keep anybody out.
class ProcessLock final
{
public:
    /// Takes the lock on `file`, which is made if absent and stays. Busy when it is taken.
    static Result<std::unique_ptr<ProcessLock>> acquire(const QString& file);
    ~ProcessLock();
    Q_DISABLE_COPY_MOVE(ProcessLock)

private:
    struct Handle;
    explicit ProcessLock(std::unique_ptr<Handle> handle);

    std::unique_ptr<Handle> m_handle;
};

} // namespace handshake
