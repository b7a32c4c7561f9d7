// SPDX-License-Identifier: Apache-2.0
#include "app/cli/session_call.h"

#include "app/cli/output.h"
#include "app/cli/session_output.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace handshake {

using namespace Qt::StringLiterals;

Result<SessionCall> SessionCall::of(const Arguments& arguments, Services& services)
{
    if (arguments.positional().size() != 1)
        return usageError(u"name one session"_s);
    const QString& word = arguments.positional().first();
    const auto id = SessionId::parse(word);
    if (!id)
        return id.error().at(word);
    const auto sessions = services.sessions();
    if (!sessions)
        return sessions.error();
    return SessionCall{**sessions, *id};
}

SavedTeller::SavedTeller(SessionService& sessions, Output& output)
    : m_sessions(sessions)
{
    m_sessions.onSaved = [&output](const SavedItem& item) { saySaved(output, item); };
}

SavedTeller::~SavedTeller()
{
    m_sessions.onSaved = nullptr;
}

Result<void> demand(const Arguments& arguments, const QStringList& options)
{
    for (const QString& option : options) {
        if (!arguments.has(option))
            return usageError(u"the option is needed"_s, option);
    }
    return {};
}

Result<std::pair<QString, QString>> splitPair(const QString& word, const QString& form)
{
    const qsizetype equals = word.indexOf(u'=');
    if (equals <= 0)
        return usageError(form, word);
    return std::pair{word.first(equals), word.sliced(equals + 1)};
}

Result<void> writeOutputFile(const QString& path, const QByteArray& bytes, const QString& failure)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return {};
    const bool isNew = file.isOpen() && !file.isSequential();
    if (isNew)
        file.remove(); // half a file is taken for a whole one
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool isFull = disk.isValid() && disk.bytesAvailable() < bytes.size();
    return Error{isFull ? ErrorCode::StorageFull : ErrorCode::Storage, failure, path};
}

} // namespace handshake
