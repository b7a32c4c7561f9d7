// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command_line.h"
#include "app/core/result.h"

#include <QFuture>
#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QLocalSocket;

namespace handshake {

/// Name of the local socket on which the owner of a store takes verbs. The same for every process
/// of the same user that names the same folder.
[[nodiscard]] QString handoffName(const QString& storeFolder);

/// One line of a relayed verb's output.
struct RelayedLine {
    bool isError = false;
    QString text;
};

/// In the window, which owns the store: takes verbs of the same user's other processes, runs them
/// and relays what they say. Lives in the GUI thread; verbs run where `run` runs them.
class HandoffServer final : public QObject
{
    Q_OBJECT

public:
    /// Runs the verb off the GUI thread and calls `say` for each line, from any thread.
    using Say = std::function<void(const RelayedLine&)>;
    using Run = std::function<QFuture<Result<int>>(const GlobalOptions&, const Say& say)>;

    explicit HandoffServer(Run run, QObject* parent = nullptr);

    /// Unavailable when the socket cannot be opened; the window works without.
    Result<void> listen(const QString& storeFolder);

private:
    void accept();
    void serve(QLocalSocket* socket);
    void answer(QLocalSocket* socket, const QByteArray& request);

    Run m_run;
    QLocalServer m_server;
};

/// In a verb's process: hands the call to the owner of the store and relays its output. Busy when
/// nobody listens (the owner is no window), Protocol when the answer breaks off.
Result<ExitCode> handOver(const GlobalOptions& options, const QString& storeFolder, Output& output);

} // namespace handshake
