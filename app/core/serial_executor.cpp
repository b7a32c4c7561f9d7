// SPDX-License-Identifier: Apache-2.0
#include "app/core/serial_executor.h"

#include <QMetaObject>

namespace handshake {

SerialExecutor::SerialExecutor(const QString& threadName)
    : m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(threadName);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

SerialExecutor::~SerialExecutor()
{
    // quit() ends the loop after the running job; what is still queued dies with the worker, and
    // a QPromise that dies unfinished cancels its future.
    m_thread.quit();
    m_thread.wait();
}

void SerialExecutor::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_worker.get(), std::move(job), Qt::QueuedConnection);
}

} // namespace handshake
