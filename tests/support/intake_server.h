// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/json.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

namespace handshake::test {

/// The sample server (tests/intake) as a process of the test, in a folder of its own. Ends with
/// this object.
class IntakeServer final
{
public:
    explicit IntakeServer(QStringList arguments = {QStringLiteral("--faults")})
        : m_arguments(std::move(arguments))
    {
    }
    ~IntakeServer() { kill(); }
    Q_DISABLE_COPY_MOVE(IntakeServer)

    /// False, with why in `problem`, when it does not start. A second start takes the same port.
    [[nodiscard]] bool start()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("node"));
        const QString script = qEnvironmentVariable("HANDSHAKE_DATA_ROOT") +
                               QStringLiteral("/tests/intake/server.mjs");
        if (program.isEmpty() || !QFile::exists(script)) {
            problem = QStringLiteral("node or tests/intake is missing; run the setup");
            return false;
        }
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program,
                        QStringList{script, QStringLiteral("--port"), QString::number(m_port),
                                    QStringLiteral("--dir"), folder()} +
                            m_arguments);
        constexpr int kPatienceMs = 20'000;
        QByteArray line;
        while (!line.contains('\n')) {
            if (!m_process.waitForReadyRead(kPatienceMs)) {
                problem = QStringLiteral("the intake server does not start; run the setup");
                return false;
            }
            line += m_process.readAllStandardOutput();
        }
        const auto ready = parseJsonObject(line);
        if (!ready)
            return false;
        url = QUrl(ready->value(QStringLiteral("url")).toString());
        receiptKey = ready->value(QStringLiteral("receiptKey")).toString().toLatin1();
        m_port = url.port();
        return true;
    }

    /// Runs one of the server's commands over its folder; its exit code.
    [[nodiscard]] int command(const QString& script, const QStringList& arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QStandardPaths::findExecutable(QStringLiteral("node")),
                      QStringList{qEnvironmentVariable("HANDSHAKE_DATA_ROOT") +
                                      QStringLiteral("/tests/intake/") + script,
                                  QStringLiteral("--dir"), folder()} +
                          arguments);
        constexpr int kPatienceMs = 30'000;
        return process.waitForFinished(kPatienceMs) ? process.exitCode() : -1;
    }

    /// SIGKILL (or its like), by handle.
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("intake")); }
    /// Identifiers of the dossiers that are filed.
    [[nodiscard]] QStringList filed() const
    {
        return QDir(folder() + QStringLiteral("/filed"))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }
    [[nodiscard]] QByteArray storedReceipt(const QString& dossier) const
    {
        QFile file(folder() + QStringLiteral("/filed/") + dossier + QStringLiteral("/receipt.jws"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Sets faults and returns the counters; an empty object when the server does not answer.
    QJsonObject faults(const QJsonObject& wanted = {})
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_port));
        const QByteArray body = canonicalJson(wanted);
        socket.write(
            "POST /v1/faults HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
            QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray answer;
        while (socket.waitForReadyRead(5000))
            answer += socket.readAll();
        const auto counters = parseJsonObject(answer.mid(answer.indexOf("\r\n\r\n") + 4));
        return counters ? *counters : QJsonObject();
    }
    [[nodiscard]] int counter(const QString& name) { return faults().value(name).toInt(-1); }

    QUrl url;
    QByteArray receiptKey;
    QString problem;

private:
    QTemporaryDir m_folder;
    QStringList m_arguments;
    int m_port = 0;
    QProcess m_process;
};

} // namespace handshake::test
