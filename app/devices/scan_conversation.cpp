// SPDX-License-Identifier: Apache-2.0
#include "app/devices/scan_conversation.h"

#include "app/core/log.h"
#include "app/imaging/worker_environment.h"

#include <QPointer>

namespace handshake {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(devicesLog, "handshake.devices")

/// SANE's own settings and the folder where back ends keep calibrations.
QStringList driversVariables()
{
    return {u"HOME"_s, u"SANE_CONFIG_DIR"_s};
}

} // namespace

ScanConversation::ScanConversation(QString program, QStringList arguments, Limits limits,
                                   QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_limits(limits)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { breakOff(m_isStopping ? ScanFault::Cancelled : ScanFault::Hung); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ScanConversation::read);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            breakOff(ScanFault::Unavailable);
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        read(); // what it said last
        breakOff(m_isStopping ? ScanFault::Cancelled : ScanFault::Lost);
    });
}

ScanConversation::~ScanConversation()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

void ScanConversation::begin(const QByteArray& request)
{
    if (m_isOver || m_isStopping)
        return;
    m_process.setProcessEnvironment(workerEnvironment(driversVariables()));
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_patience.start(m_limits.start);
    m_process.start(m_program, m_arguments, QIODevice::ReadWrite);
    m_process.write(request);
}

void ScanConversation::stop()
{
    if (m_isOver || m_isStopping)
        return;
    m_isStopping = true;
    m_patience.start(m_limits.stop);
    m_process.write(scan_protocol::stopRequest());
}

void ScanConversation::retire()
{
    disconnect(this, nullptr, parent(), nullptr);
    if (m_process.state() == QProcess::NotRunning)
        deleteLater();
    else
        connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
}

void ScanConversation::read()
{
    if (m_isOver)
        return;
    m_reader.append(m_process.readAllStandardOutput());
    const QPointer<ScanConversation> self(this); // whoever hears of it may let it go
    while (!m_isOver) {
        const auto event = m_reader.next();
        if (!event) {
            breakOff(event.error().code == ErrorCode::TooLarge ? ScanFault::TooLarge
                                                               : ScanFault::Failed);
            return;
        }
        if (!*event)
            break;
        if (!m_isStopping)
            m_patience.start(m_limits.silence);
        if (std::holds_alternative<ScanReplyReader::End>(**event) ||
            std::holds_alternative<ScanReplyReader::Devices>(**event))
            takeLeave();
        Q_EMIT said(**event);
        if (!self)
            return;
    }
}

void ScanConversation::breakOff(ScanFault fault)
{
    if (m_isOver)
        return;
    log::warning(devicesLog(), "scan worker broken off", {{"fault", fault}});
    m_isOver = true;
    m_patience.stop();
    m_process.kill();
    Q_EMIT broken(fault);
}

/// It has said all; the driver may still take the carriage home, but not for ever.
void ScanConversation::takeLeave()
{
    m_isOver = true;
    m_patience.stop();
    m_process.closeWriteChannel();
    QTimer::singleShot(2s, &m_process, &QProcess::kill);
}

} // namespace handshake
