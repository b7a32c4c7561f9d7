// SPDX-License-Identifier: Apache-2.0
#include "app/cli/handoff.h"

#include "app/core/async.h"

#include <QFile>
#include <QLocalSocket>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QTimer>

#include <mutex>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxWaiting = 32;
constexpr qint64 kMaxSocketName = 4096;

QString randomName()
{
    QRandomGenerator64* random = QRandomGenerator64::system();
    return u"handshake-desk-%1%2"_s.arg(random->generate(), 0, 36).arg(random->generate(), 0, 36);
}

/// The socket the last owner named; empty when there was none.
QString namedSocket(const QString& storeFolder)
{
    QFile file(handoffFile(storeFolder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(kMaxSocketName)).trimmed();
}

void send(QLocalSocket* socket, const HandoffAnswer& answer)
{
    socket->write(handoffAnswer(answer));
}

} // namespace

struct HandoffServer::Outlet {
    std::mutex mutex;
    HandoffServer* server = nullptr;
};

HandoffServer::HandoffServer(Run run, QObject* parent)
    : QObject(parent)
    , m_run(std::move(run))
    , m_outlet(std::make_shared<Outlet>())
{
    m_outlet->server = this;
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &HandoffServer::accept);
}

HandoffServer::~HandoffServer()
{
    const std::scoped_lock lock(m_outlet->mutex);
    m_outlet->server = nullptr;
}

Result<void> HandoffServer::listen(const QString& storeFolder)
{
    // We hold the store's lock: a socket named there is left over from a process that died.
    if (const QString left = namedSocket(storeFolder); !left.isEmpty())
        QLocalServer::removeServer(left);
    if (!m_server.listen(randomName()))
        return Error{ErrorCode::Unavailable, u"the local socket could not be opened"_s};
    QSaveFile file(handoffFile(storeFolder));
    const QByteArray name = m_server.fullServerName().toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(name) != name.size() || !file.commit()) {
        m_server.close();
        return Error{ErrorCode::Unavailable, u"the local socket's name could not be kept"_s};
    }
    return {};
}

void HandoffServer::stopTaking()
{
    m_server.close();
}

void HandoffServer::accept()
{
    constexpr int kSilenceMs = 10'000;
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        // Whoever connects and says nothing is cut off.
        auto* silence = new QTimer(socket);
        connect(silence, &QTimer::timeout, socket, &QLocalSocket::abort);
        silence->start(kSilenceMs);
        const auto takeCall = [this, socket, silence] { serve(socket, *silence); };
        connect(socket, &QLocalSocket::readyRead, this, takeCall);
        takeCall();
    }
}

void HandoffServer::serve(QLocalSocket* socket, QTimer& silence)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > kMaxHandoffRequest)
            socket->abort();
        return;
    }
    silence.stop();
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr); // one call a connection
    const Result<GlobalOptions> options = parseHandoffRequest(socket->readLine(kMaxHandoffRequest));
    if (!options || m_waiting.size() >= kMaxWaiting) {
        socket->abort();
        return;
    }
    m_waiting.push_back({socket, *options});
    runNext();
}

void HandoffServer::runNext()
{
    // One at a time: a verb may let other jobs of the store's thread in while it waits for the
    // network, and two verbs inside each other would share what one of them takes down.
    while (!m_running && !m_waiting.empty()) {
        const Call call = m_waiting.front();
        m_waiting.pop_front();
        if (!call.caller)
            continue; // gave up waiting
        m_running = true;
        // Lines come from the verb's thread; sockets live in this one.
        const Say say = [outlet = m_outlet, caller = call.caller](const RelayedLine& line) {
            const std::scoped_lock lock(outlet->mutex);
            if (!outlet->server)
                return;
            QMetaObject::invokeMethod(
                outlet->server,
                [caller, line] {
                    if (caller)
                        send(caller, {.line = line});
                },
                Qt::QueuedConnection);
        };
        async::onFinished(
            m_run(call.options, say), this,
            [this, caller = call.caller](const Result<int>& code) { finish(caller, code); });
    }
}

void HandoffServer::finish(const QPointer<QLocalSocket>& caller, const Result<int>& code)
{
    m_running = false;
    if (caller) {
        if (code)
            send(caller, {.exitCode = *code});
        else
            send(caller, {.refused = code.error()});
        caller->disconnectFromServer();
    }
    runNext();
    if (isIdle())
        Q_EMIT becameIdle();
}

Result<ExitCode> handOver(const GlobalOptions& options, const QString& storeFolder, Output& output)
{
    constexpr int kConnectMs = 1000;
    constexpr int kSilenceMs = 600'000; // the owner may have much to do before our turn
    const auto request = handoffRequest(options);
    if (!request)
        return request.error();
    QLocalSocket socket;
    const QString name = namedSocket(storeFolder);
    if (!name.isEmpty())
        socket.connectToServer(name);
    if (name.isEmpty() || !socket.waitForConnected(kConnectMs))
        return Error{ErrorCode::Busy, u"another process owns the store"_s, storeFolder};
    socket.write(*request);
    while (socket.canReadLine() || socket.waitForReadyRead(kSilenceMs)) {
        while (socket.canReadLine()) {
            const Result<HandoffAnswer> answer = parseHandoffAnswer(socket.readLine());
            if (!answer)
                return Error{ErrorCode::Protocol, u"the owner of the store answered nonsense"_s,
                             storeFolder};
            if (answer->refused)
                return *answer->refused;
            if (answer->exitCode)
                return static_cast<ExitCode>(*answer->exitCode);
            if (answer->line->isError)
                output.diagnostic(answer->line->text);
            else
                output.raw(answer->line->text);
        }
    }
    if (socket.error() == QLocalSocket::SocketTimeoutError)
        return Error{ErrorCode::Timeout, u"the store's owner does not answer"_s, storeFolder};
    return Error{
        ErrorCode::Busy,
        u"the store's owner ended before it said how the verb went; look before repeating it"_s,
        storeFolder};
}

} // namespace handshake
