// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>

#include <exception>
#include <type_traits>
#include <utility>

class QThreadPool;

namespace handshake::async {

/// Runs `job`, turning any exception of a third-party library into an Error: nothing throws across
/// a thread boundary.
template <typename Job>
std::invoke_result_t<Job&> guarded(Job& job)
{
    try {
        return job();
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, QString::fromUtf8(exception.what())};
    } catch (...) {
        return Error{ErrorCode::Internal, QStringLiteral("unknown exception")};
    }
}

/// Runs `job` (returning Result<...>) on `pool`. The job captures values, never `this`.
template <typename Job>
auto run(QThreadPool& pool, Job job)
{
    return QtConcurrent::run(&pool, [job = std::move(job)]() mutable { return guarded(job); });
}

/// Calls `handler(result)` in the thread of `context` once `future` finishes; a cancelled future
/// arrives as ErrorCode::Cancelled; if `context` is destroyed first, nothing is called.
///
/// Used in place of QFuture::then(context, ...), which in Qt 6.4 asserts when the context is gone.
template <typename R, typename Handler>
void onFinished(const QFuture<R>& future, QObject* context, Handler handler)
{
    auto* watcher = new QFutureWatcher<R>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             handler(watcher->result());
                         else
                             handler(R(Error{ErrorCode::Cancelled, {}}));
                     });
    watcher->setFuture(future);
}

} // namespace handshake::async
