// SPDX-License-Identifier: Apache-2.0
#include "app/cli/handoff.h"

#include "app/core/async.h"
#include "app/core/json.h"
#include "app/core/sha256.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocalSocket>
#include <QPointer>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxRequest = 64 * 1024;

/// The owner works in another folder: names of files are made absolute before they travel.
QString absolute(const QString& word)
{
    const qsizetype equals = word.indexOf(u'=');
    const QString file = equals < 0 ? word : word.sliced(equals + 1);
    const bool looksLikeFile =
        !file.isEmpty() && !file.startsWith(u"--") &&
        (QFileInfo::exists(file) || file.contains(u'/') || file.contains(u'.'));
    if (!looksLikeFile || QFileInfo(file).isAbsolute())
        return word;
    return word.first(equals + 1) + QDir::current().absoluteFilePath(file);
}

QByteArray requestOf(const GlobalOptions& options)
{
    QJsonArray words;
    for (const QString& word : options.words)
        words.append(absolute(word));
    return canonicalJson(QJsonObject{{u"words"_s, words},
                                     {u"json"_s, options.json},
                                     {u"operator"_s, options.operatorId},
                                     {u"language"_s, options.language}}) +
           '\n';
}

Result<GlobalOptions> optionsOf(const QByteArray& request)
{
    const Result<QJsonObject> object = parseJsonObject(request, kMaxRequest);
    if (!object)
        return object.error();
    GlobalOptions options;
    for (const QJsonValue word : object->value(u"words"_s).toArray())
        options.words << word.toString();
    options.json = object->value(u"json"_s).toBool();
    options.operatorId = object->value(u"operator"_s).toString();
    options.language = object->value(u"language"_s).toString();
    return options;
}

void send(QLocalSocket* socket, const QJsonObject& object)
{
    socket->write(canonicalJson(object) + '\n');
}

} // namespace

QString handoffName(const QString& storeFolder)
{
    const QString canonical = QDir(storeFolder).absolutePath();
    return u"handshake-desk-"_s +
           Sha256::of((QDir::homePath() + u'\n' + canonical).toUtf8()).hex().first(20);
}

HandoffServer::HandoffServer(Run run, QObject* parent)
    : QObject(parent)
    , m_run(std::move(run))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &HandoffServer::accept);
}

Result<void> HandoffServer::listen(const QString& storeFolder)
{
    const QString name = handoffName(storeFolder);
    // We hold the store's lock: a socket of that name is left over from a process that died.
    QLocalServer::removeServer(name);
    if (!m_server.listen(name))
        return Error{ErrorCode::Unavailable, u"the local socket could not be opened"_s};
    return {};
}

void HandoffServer::accept()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { serve(socket); });
    }
}

void HandoffServer::serve(QLocalSocket* socket)
{
    if (socket->canReadLine())
        answer(socket, socket->readLine(kMaxRequest));
    else if (socket->bytesAvailable() > kMaxRequest)
        socket->abort();
}

void HandoffServer::answer(QLocalSocket* socket, const QByteArray& request)
{
    const Result<GlobalOptions> options = optionsOf(request);
    if (!options) {
        socket->abort();
        return;
    }
    const QPointer<QLocalSocket> guarded(socket);
    // Lines come from the verb's thread; the socket lives in this one.
    const auto say = [this, guarded](const RelayedLine& line) {
        QMetaObject::invokeMethod(this, [guarded, line] {
            if (guarded)
                send(guarded, {{line.isError ? u"err"_s : u"out"_s, line.text}});
        });
    };
    async::onFinished(m_run(*options, say), this, [guarded](const Result<int>& code) {
        if (!guarded)
            return;
        send(guarded, {{u"exit"_s, code ? *code : static_cast<int>(ExitCode::TryLater)}});
        guarded->disconnectFromServer();
    });
}

Result<ExitCode> handOver(const GlobalOptions& options, const QString& storeFolder, Output& output)
{
    constexpr int kConnectMs = 1000;
    constexpr int kSilenceMs = 120'000;
    QLocalSocket socket;
    socket.connectToServer(handoffName(storeFolder));
    if (!socket.waitForConnected(kConnectMs))
        return Error{ErrorCode::Busy, u"another process owns the store"_s, storeFolder};
    socket.write(requestOf(options));
    while (socket.canReadLine() || socket.waitForReadyRead(kSilenceMs)) {
        while (socket.canReadLine()) {
            const Result<QJsonObject> line = parseJsonObject(socket.readLine());
            if (!line)
                return Error{ErrorCode::Protocol, u"the owner of the store answered nonsense"_s};
            if (line->contains(u"exit"_s))
                return static_cast<ExitCode>(line->value(u"exit"_s).toInt());
            if (line->contains(u"err"_s))
                output.diagnostic(line->value(u"err"_s).toString());
            else
                output.raw(line->value(u"out"_s).toString());
        }
    }
    return Error{ErrorCode::Protocol, u"the owner of the store broke off"_s, storeFolder};
}

} // namespace handshake
