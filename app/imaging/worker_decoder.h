// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/serial_executor.h"
#include "app/imaging/picture_decoder.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

class QProcess;

namespace handshake {

/// Decodes in a helper process with memory, CPU and time limits, so that a hostile file can at
/// worst end that process. One worker is kept alive between pictures; it is killed when it takes
/// too long or answers nonsense, and started anew for the next picture. When it died, the picture
/// is tried once more in a fresh worker, as an earlier picture may have been the cause.
class WorkerDecoder final : public PictureDecoder
{
public:
    struct Limits {
        std::chrono::milliseconds start{10'000};   ///< until the worker says it is ready
        std::chrono::milliseconds picture{20'000}; ///< until its answer is complete
    };

    /// Starts `programPath arguments...` at the first picture.
    explicit WorkerDecoder(QString programPath, Limits limits,
                           QStringList arguments = {QStringLiteral("worker")});
    explicit WorkerDecoder(QString programPath);
    ~WorkerDecoder() override;
    Q_DISABLE_COPY_MOVE(WorkerDecoder)

    [[nodiscard]] Result<Picture> decode(const QByteArray& bytes,
                                         const Provenance& provenance) override;

    /// Process id of the worker alive now, 0 when there is none: for diagnostics and tests.
    [[nodiscard]] qint64 workerId();

private:
    class Worker; ///< the process and the conversation with it; lives in the executor's thread

    std::shared_ptr<Worker> m_worker;
    SerialExecutor m_executor;
};

/// Decodes in this process: for pictures the program drew itself, and for tests.
class InProcessDecoder final : public PictureDecoder
{
public:
    [[nodiscard]] Result<Picture> decode(const QByteArray& bytes,
                                         const Provenance& provenance) override;
};

} // namespace handshake
