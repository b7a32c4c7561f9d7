// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

class QDeadlineTimer;
class QProcess;

namespace handshake {

/// A helper process and the blocking conversation with it, for one thread. It is ended with this
/// object.
class WorkerProcess final
{
public:
    struct Call {
        QString program{};
        QStringList arguments{};
        QByteArray hello{};                      ///< what it says first, once it is ready
        std::chrono::milliseconds start{10'000}; ///< until it has said so
        QStringList variables{};                 ///< of the environment, besides the usual ones
    };

    explicit WorkerProcess(Call call);
    ~WorkerProcess();
    Q_DISABLE_COPY_MOVE(WorkerProcess)

    /// Unavailable when it cannot be started or does not say its hello in time.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 processId() const; ///< 0 when it does not run
    /// Closes what it reads and gives it half a second to end by itself.
    void finish();
    /// Protocol when it is gone.
    [[nodiscard]] Result<void> write(const QByteArray& bytes);
    /// Timeout when they do not come until the deadline, Protocol when it died before.
    [[nodiscard]] Result<QByteArray> read(qsizetype length, const QDeadlineTimer& deadline);
    [[nodiscard]] Result<void> readInto(void* target, qsizetype length,
                                        const QDeadlineTimer& deadline);

private:
    Call m_call;
    std::unique_ptr<QProcess> m_process;
};

} // namespace handshake
