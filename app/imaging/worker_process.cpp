// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_process.h"

#include "app/imaging/worker_environment.h"

#include <QDeadlineTimer>
#include <QProcess>

namespace handshake {

using namespace Qt::StringLiterals;

WorkerProcess::WorkerProcess(Call call)
    : m_call(std::move(call))
{
}

WorkerProcess::~WorkerProcess()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(5000);
}

Result<void> WorkerProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(workerEnvironment(m_call.variables));
    m_process->setStandardErrorFile(QProcess::nullDevice());
    const QDeadlineTimer deadline(m_call.start);
    m_process->start(m_call.program, m_call.arguments,
                     QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (!m_process->waitForStarted(int(m_call.start.count())))
        return Error{ErrorCode::Unavailable, u"worker: cannot be started"_s};
    const auto hello = read(m_call.hello.size(), deadline);
    if (!hello || *hello != m_call.hello)
        return Error{ErrorCode::Unavailable, u"worker: is not one"_s};
    return {};
}

bool WorkerProcess::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

qint64 WorkerProcess::processId() const
{
    return m_process ? m_process->processId() : 0;
}

void WorkerProcess::finish()
{
    if (!m_process)
        return;
    m_process->closeWriteChannel();
    if (m_process->waitForFinished(500))
        m_process.reset();
}

Result<void> WorkerProcess::write(const QByteArray& bytes)
{
    if (m_process->write(bytes) < 0)
        return Error{ErrorCode::Protocol, u"worker: cannot be written to"_s};
    return {};
}

Result<QByteArray> WorkerProcess::read(qsizetype length, const QDeadlineTimer& deadline)
{
    QByteArray bytes(length, '\0');
    if (const auto filled = readInto(bytes.data(), length, deadline); !filled)
        return filled.error();
    return bytes;
}

Result<void> WorkerProcess::readInto(void* target, qsizetype length, const QDeadlineTimer& deadline)
{
    auto* at = static_cast<char*>(target);
    while (length > 0) {
        const qint64 taken = m_process->read(at, length);
        if (taken > 0) {
            at += taken;
            length -= taken;
            continue;
        }
        const auto remaining = deadline.remainingTime();
        if (remaining <= 0)
            return Error{ErrorCode::Timeout, u"worker: took too long"_s};
        if (!m_process->waitForReadyRead(int(remaining)) && m_process->bytesAvailable() == 0 &&
            m_process->state() != QProcess::Running)
            return Error{ErrorCode::Protocol, u"worker: died"_s};
    }
    return {};
}

} // namespace handshake
