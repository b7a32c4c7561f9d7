// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace handshake::test {

/// An HTTP server on loopback that answers everything the same, and closes.
class OneAnswerServer final
{
public:
    OneAnswerServer(const QByteArray& status, const QByteArray& body)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, status, body] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, status, body] {
                m_request += socket->readAll();
                socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    Q_DISABLE_COPY_MOVE(OneAnswerServer)

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    [[nodiscard]] const QByteArray& request() const { return m_request; }

private:
    QTcpServer m_server;
    QByteArray m_request;
};

} // namespace handshake::test
