// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/paths.h"
#include "app/core/result.h"

#include <QProcess>
#include <QString>

#include <memory>

namespace handshake {

/// The sample server (tests/intake) on this machine, for the demo: started with the demo, ended
/// with it, its files inside the demo's folder.
class DemoProvider final
{
public:
    /// NotFound when its folder, its packages or Node.js are not there; Timeout when it does not
    /// say its address.
    static Result<std::unique_ptr<DemoProvider>> start(const Paths& paths, const QString& folder);
    ~DemoProvider();
    Q_DISABLE_COPY_MOVE(DemoProvider)

    [[nodiscard]] const QString& url() const { return m_url; }
    /// File holding the server's public key.
    [[nodiscard]] const QString& keyFile() const { return m_keyFile; }

private:
    DemoProvider() = default;

    QProcess m_process;
    QString m_url;
    QString m_keyFile;
};

} // namespace handshake
