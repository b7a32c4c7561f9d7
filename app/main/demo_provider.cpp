// SPDX-License-Identifier: Apache-2.0
#include "app/main/demo_provider.h"

#include "app/core/json.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace handshake {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<DemoProvider>> DemoProvider::start(const Paths& paths, const QString& folder)
{
    constexpr int kStartMs = 10'000;
    const QString server = paths.intakeServer();
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty() || !QDir(server + u"/node_modules"_s).exists())
        return Error{ErrorCode::NotFound, u"the sample server is not installed"_s, server};

    std::unique_ptr<DemoProvider> provider(new DemoProvider);
    const QString files = folder + u"/provider"_s;
    provider->m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    provider->m_process.start(node,
                              {server + u"/server.mjs"_s, u"--port"_s, u"0"_s, u"--dir"_s, files});
    while (!provider->m_process.canReadLine()) {
        if (!provider->m_process.waitForReadyRead(kStartMs))
            return Error{ErrorCode::Timeout, u"the sample server did not start"_s};
    }
    const Result<QJsonObject> hello = parseJsonObject(provider->m_process.readLine());
    if (!hello)
        return hello.error();
    provider->m_url = hello->value(u"url"_s).toString();
    provider->m_keyFile = folder + u"/provider-key.txt"_s;
    QFile key(provider->m_keyFile);
    if (!key.open(QIODevice::WriteOnly) ||
        key.write(hello->value(u"receiptKey"_s).toString().toUtf8()) <= 0)
        return Error{ErrorCode::Storage, u"the server's key could not be kept"_s,
                     provider->m_keyFile};
    return provider;
}

DemoProvider::~DemoProvider()
{
    constexpr int kEndMs = 3000;
    m_process.terminate();
    if (!m_process.waitForFinished(kEndMs)) {
        m_process.kill();
        m_process.waitForFinished(kEndMs);
    }
}

} // namespace handshake
