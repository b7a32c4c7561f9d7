// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_decoder.h"

#include "app/core/log.h"
#include "app/imaging/decode_worker.h"
#include "app/imaging/picture_header.h"
#include "app/imaging/worker_process.h"
#include "app/imaging/worker_protocol.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <atomic>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(imagingLog, "handshake.imaging")

Picture pictureFrom(QImage image, const QByteArray& bytes, const PictureHeader& header,
                    const Provenance& provenance)
{
    return {std::move(image), bytes, header.mediaType, provenance};
}

Result<PictureHeader> acceptedHeader(const QByteArray& bytes)
{
    auto header = readPictureHeader(bytes);
    if (header && header->animated)
        return Error{ErrorCode::Unreadable, u"picture: animated, only still pictures are taken"_s};
    return header;
}

} // namespace

/// The process and the conversation with it. Used in the executor's thread alone.
class WorkerDecoder::Worker final
{
public:
    Worker(QString program, QStringList arguments, Limits limits)
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
        , m_limits(limits)
    {
    }

    /// Unavailable, Timeout, or the worker's own refusal; Protocol when it died or spoke nonsense.
    Result<QImage> decode(const QByteArray& bytes, QSize expected)
    {
        if (const auto started = ensureStarted(); !started)
            return started.error();
        auto decoded = converse(bytes, expected);
        // After anything but a clean answer the next picture gets a fresh process: nothing of this
        // one may reach it.
        const bool isClean = decoded || decoded.error().code == ErrorCode::Unreadable ||
                             decoded.error().code == ErrorCode::TooLarge;
        if (!isClean)
            m_process.reset();
        return decoded;
    }

    void close()
    {
        if (m_process)
            m_process->finish();
        m_process.reset();
    }

    [[nodiscard]] qint64 processId() const { return m_process ? m_process->processId() : 0; }

private:
    Result<void> ensureStarted()
    {
        if (m_process && m_process->isRunning())
            return {};
        m_process = std::make_unique<WorkerProcess>(
            WorkerProcess::Call{.program = m_program,
                                .arguments = m_arguments,
                                .hello = worker_protocol::kHello.toByteArray(),
                                .start = m_limits.start});
        if (const auto started = m_process->start(); !started) {
            m_process.reset();
            return started.error();
        }
        log::info(imagingLog(), "decode worker started", {{"pid", m_process->processId()}});
        return {};
    }

    Result<QImage> converse(const QByteArray& bytes, QSize expected)
    {
        const QDeadlineTimer deadline(m_limits.picture);
        const auto asked = m_process->write(worker_protocol::requestHead(bytes.size()) + bytes);
        if (!asked)
            return asked.error();
        const auto headBytes = m_process->read(worker_protocol::kReplyHead, deadline);
        if (!headBytes)
            return headBytes.error();
        const auto head = worker_protocol::parseReplyHead(*headBytes, expected);
        if (!head)
            return head.error();
        if (head->refused) {
            const auto detail = m_process->read(head->length, deadline);
            if (!detail)
                return detail.error();
            return Error{*head->refused, worker_protocol::detailText(*detail)};
        }
        QImage image(head->size, QImage::Format_RGB32);
        if (image.isNull())
            return Error{ErrorCode::TooLarge, u"picture: no memory for it"_s};
        Q_ASSERT(image.sizeInBytes() == head->length);
        if (const auto filled = m_process->readInto(image.bits(), head->length, deadline); !filled)
            return filled.error();
        return image;
    }

    QString m_program;
    QStringList m_arguments;
    Limits m_limits;
    std::unique_ptr<WorkerProcess> m_process;
};

WorkerDecoder::WorkerDecoder(QString programPath, Limits limits, QStringList arguments)
    : m_worker(std::make_shared<Worker>(std::move(programPath), std::move(arguments), limits))
    , m_executor(u"decode worker"_s)
{
}

WorkerDecoder::WorkerDecoder(QString programPath)
    : WorkerDecoder(std::move(programPath), Limits{})
{
}

WorkerDecoder::~WorkerDecoder()
{
    // In the process object's own thread, and before that thread ends.
    m_executor
        .run([worker = std::move(m_worker)]() -> Result<void> {
            worker->close();
            return {};
        })
        .waitForFinished();
}

Result<Picture> WorkerDecoder::decode(const QByteArray& bytes, const Provenance& provenance)
{
    const auto header = acceptedHeader(bytes);
    if (!header)
        return header.error();
    auto decoded = m_executor
                       .run([worker = m_worker, bytes, size = header->uprightSize()] {
                           auto first = worker->decode(bytes, size);
                           // The picture before may have left it broken; this one gets a second
                           // chance in a fresh process, and only one.
                           if (!first && first.error().code == ErrorCode::Protocol)
                               return worker->decode(bytes, size);
                           return first;
                       })
                       .result();
    if (!decoded) {
        const bool crashed = decoded.error().code == ErrorCode::Protocol;
        log::warning(imagingLog(), "picture not decoded",
                     {{"code", decoded.error().code}, {"bytes", bytes.size()}});
        return crashed ? Error{ErrorCode::Unreadable, u"picture: the decoder died of it"_s}
                       : decoded.error();
    }
    return pictureFrom(std::move(*decoded), bytes, *header, provenance);
}

qint64 WorkerDecoder::workerId()
{
    return m_executor.run([worker = m_worker]() -> Result<qint64> { return worker->processId(); })
        .result()
        .value_or(0);
}

Result<Picture> InProcessDecoder::decode(const QByteArray& bytes, const Provenance& provenance)
{
    const auto header = acceptedHeader(bytes);
    if (!header)
        return header.error();
    auto image = decodeHere(bytes);
    if (!image)
        return image.error();
    return pictureFrom(std::move(*image), bytes, *header, provenance);
}

} // namespace handshake
