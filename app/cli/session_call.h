// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/services.h"
#include "app/core/result.h"
#include "app/session/session_service.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace handshake {

class Output;

/// What most session verbs begin with: the one session that is named, and the service over it.
struct SessionCall {
    SessionService& sessions;
    SessionId id;

    /// Usage when not exactly one session is named.
    static Result<SessionCall> of(const Arguments& arguments, Services& services);
    [[nodiscard]] Result<Session> load() const { return sessions.load(id); }
};

/// Says "saved" for each item the service stores, while this object lives: services outlast a
/// verb's output when the verb runs in the window.
class SavedTeller final
{
public:
    SavedTeller(SessionService& sessions, Output& output);
    ~SavedTeller();
    Q_DISABLE_COPY_MOVE(SavedTeller)

private:
    SessionService& m_sessions;
};

/// Usage, naming the first of `options` that is not there.
[[nodiscard]] Result<void> demand(const Arguments& arguments, const QStringList& options);

/// "KEY=VALUE" cut at its first equals sign; usage saying `form` when there is none.
[[nodiscard]] Result<std::pair<QString, QString>> splitPair(const QString& word,
                                                            const QString& form);

/// Storage with `failure` when not all bytes could be written, StorageFull when that is why.
[[nodiscard]] Result<void> writeOutputFile(const QString& path, const QByteArray& bytes,
                                           const QString& failure);

} // namespace handshake
