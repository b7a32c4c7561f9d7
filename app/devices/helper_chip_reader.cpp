// SPDX-License-Identifier: Apache-2.0
#include "app/devices/helper_chip_reader.h"

#include "app/core/log.h"
#include "app/imaging/worker_environment.h"

#include <QFileInfo>

#include <utility>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(devicesLog, "handshake.devices")

QFuture<Result<IdChipBlock>> answered(const Error& error)
{
    QPromise<Result<IdChipBlock>> promise;
    promise.start();
    promise.addResult(Result<IdChipBlock>(error));
    promise.finish();
    return promise.future();
}

} // namespace

HelperChipReader::HelperChipReader(Config config)
    : m_config(std::move(config))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish(Error{ErrorCode::Timeout, u"chip-hung"_s});
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &HelperChipReader::hear);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(Error{ErrorCode::Unavailable, u"chip-died"_s});
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        hear();
        finish(Error{ErrorCode::DeviceLost, u"chip-died"_s});
    });
}

HelperChipReader::~HelperChipReader()
{
    finish(Error{ErrorCode::Cancelled, {}});
    m_process.disconnect(this);
    m_process.waitForFinished(1000);
}

QFuture<Result<IdChipBlock>> HelperChipReader::read(std::chrono::milliseconds patience)
{
    if (isReading() || m_process.state() != QProcess::NotRunning)
        return answered({ErrorCode::Busy, u"chip reader: a reading is under way"_s});
    if (m_config.library.isEmpty())
        return answered({ErrorCode::Configuration, u"chip-library-unset"_s});
    // A name without its folder would be looked for in places that others can write to.
    if (!QFileInfo(m_config.library).isAbsolute())
        return answered({ErrorCode::Configuration, u"chip-library-missing"_s});
    m_promise.emplace();
    m_promise->start();
    auto future = m_promise->future();
    start(patience);
    return future;
}

void HelperChipReader::start(std::chrono::milliseconds patience)
{
    m_said.clear();
    m_process.setProcessEnvironment(workerEnvironment({u"HOME"_s}));
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_patience.start(patience + m_config.grace);
    m_process.start(m_config.program, m_config.arguments, QIODevice::ReadWrite);
    m_process.write(chip_protocol::request({m_config.library, m_config.port, patience}));
}

void HelperChipReader::cancel()
{
    finish(Error{ErrorCode::Cancelled, {}});
}

void HelperChipReader::hear()
{
    if (!isReading())
        return;
    m_said += m_process.readAllStandardOutput();
    const auto reply = chip_protocol::parseReply(m_said);
    if (!reply)
        return;
    if (*reply)
        finish(IdChipBlock{**reply, QFileInfo(m_config.library).fileName()});
    else
        finish(reply->error().code == ErrorCode::Protocol
                   ? Error{ErrorCode::DeviceLost, u"chip-died"_s}
                   : reply->error());
}

void HelperChipReader::finish(const Result<IdChipBlock>& block)
{
    if (!isReading())
        return;
    if (!block)
        log::warning(devicesLog(), "no chip read", {{"code", block.error().code}});
    m_patience.stop();
    m_said.fill('\0'); // somebody's identity
    m_process.kill();
    auto promise = *std::exchange(m_promise, std::nullopt);
    promise.addResult(block);
    promise.finish();
}

} // namespace handshake
