// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/async.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace handshake {

/// Runs jobs one after the other, in order, on one thread of its own: for what is bound to a thread
/// (SQLite, a blocking driver, a Tesseract instance). Not a one-thread pool: that lets the waiting
/// thread run a job that has not started.
///
/// Destruction waits for the running job; jobs not yet started end as cancelled.
class SerialExecutor final
{
public:
    explicit SerialExecutor(const QString& threadName);
    ~SerialExecutor();
    Q_DISABLE_COPY_MOVE(SerialExecutor)

    /// Never blocks. `job` returns Result<...> and captures values.
    template <typename Job>
    QFuture<std::invoke_result_t<Job&>> run(Job job)
    {
        using R = std::invoke_result_t<Job&>;
        // Shared because a queued functor has to be copyable and a QPromise is not.
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        post([promise, job = std::move(job)]() mutable {
            if (!promise->isCanceled())
                promise->addResult(async::guarded(job));
            promise->finish();
        });
        return future;
    }

private:
    void post(std::function<void()> job);

    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< lives in m_thread, receives the jobs
};

} // namespace handshake
