// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/handoff_protocol.h"
#include "app/core/result.h"

#include <QFuture>
#include <QLocalServer>
#include <QObject>
#include <QPointer>
#include <QString>

#include <deque>
#include <functional>
#include <memory>

class QLocalSocket;
class QTimer;

namespace handshake {

/// In the window, which owns the store: takes verbs of the same user's other processes, runs them
/// one after the other and relays what they say. Lives in the GUI thread; verbs run where `run`
/// runs them.
class HandoffServer final : public QObject
{
    Q_OBJECT

public:
    /// Takes a line of output, from any thread; also when the server is gone.
    using Say = std::function<void(const RelayedLine&)>;
    /// Runs the verb off the GUI thread and gives its exit code; an error is a refusal.
    using Run = std::function<QFuture<Result<int>>(const GlobalOptions&, const Say& say)>;

    explicit HandoffServer(Run run, QObject* parent = nullptr);
    ~HandoffServer() override;
    Q_DISABLE_COPY_MOVE(HandoffServer)

    /// Unavailable when the socket cannot be opened or its name not be kept; the window works
    /// without. To be called by who holds the store's lock.
    Result<void> listen(const QString& storeFolder);
    /// Takes no more verbs; those under way or waiting are done.
    void stopTaking();
    [[nodiscard]] bool isIdle() const { return !m_running && m_waiting.empty(); }

Q_SIGNALS:
    /// The last verb that was taken is done.
    void becameIdle();

private:
    /// A verb that waits for its turn.
    struct Call {
        QPointer<QLocalSocket> caller;
        GlobalOptions options;
    };
    struct Outlet; ///< where verbs on other threads find this object, while it lives

    void accept();
    void serve(QLocalSocket* socket, QTimer& silence);
    void runNext();
    void finish(const QPointer<QLocalSocket>& caller, const Result<int>& code);

    Run m_run;
    std::shared_ptr<Outlet> m_outlet;
    QLocalServer m_server;
    std::deque<Call> m_waiting;
    bool m_running = false;
};

/// In a verb's process: hands the call to the owner of the store and relays its output. Busy when
/// nobody listens (the owner is no window), when the owner refuses, and when it ends in between.
Result<ExitCode> handOver(const GlobalOptions& options, const QString& storeFolder, Output& output);

} // namespace handshake
