// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/scan_reply_reader.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace handshake {

/// One scan worker and what is said with it, from its start to its end. Whatever goes wrong with it
/// (it cannot be started, dies, hangs, speaks nonsense) is told as a fault, once, and the process
/// is ended; afterwards nothing more is told.
class ScanConversation final : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds start;   ///< until the worker says it is ready
        std::chrono::milliseconds silence; ///< the longest it may say nothing
        std::chrono::milliseconds stop;    ///< from stop() to its end
    };

    ScanConversation(QString program, QStringList arguments, Limits limits,
                     QObject* parent = nullptr);
    ~ScanConversation() override;
    Q_DISABLE_COPY_MOVE(ScanConversation)

    /// Starts the worker and sends it this request.
    void begin(const QByteArray& request);
    /// Asks it to stop; it is ended when it does not.
    void stop();
    /// Nobody listens any more: it goes once its process has ended.
    void retire();

    /// Process id, 0 when none runs: for diagnostics and tests.
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void said(const handshake::ScanReplyReader::Event& event);
    void broken(handshake::ScanFault fault);

private:
    void read();
    void breakOff(ScanFault fault);
    void takeLeave();

    QString m_program;
    QStringList m_arguments;
    Limits m_limits;
    QProcess m_process;
    QTimer m_patience;
    ScanReplyReader m_reader;
    bool m_isStopping = false;
    bool m_isOver = false;
};

} // namespace handshake
