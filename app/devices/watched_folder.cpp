// SPDX-License-Identifier: Apache-2.0
#include "app/devices/watched_folder.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

qint64 uptime()
{
    return QDeadlineTimer::current().deadline();
}

} // namespace

WatchedFolder::WatchedFolder(Config config, QObject* parent)
    : QObject(parent)
    , m_config(std::move(config))
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &WatchedFolder::look);
    connect(&m_timer, &QTimer::timeout, this, &WatchedFolder::look);
}

Result<void> WatchedFolder::start()
{
    stop();
    if (m_config.folder.isEmpty() || !QFileInfo(m_config.folder).isDir())
        return Error{ErrorCode::NotFound, u"watched folder: not there"_s, m_config.folder};
    for (const QFileInfo& file : candidates())
        m_known.insert(file.fileName(), {file.size(), file.lastModified()});
    m_watcher.addPath(m_config.folder); // where it cannot, looking now and then is enough
    m_timer.start(m_config.look);
    return {};
}

void WatchedFolder::stop()
{
    m_timer.stop();
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_known.clear();
    m_waiting.clear();
}

QFileInfoList WatchedFolder::candidates() const
{
    // By these endings; what a file really is, its content says when it is read.
    static const QStringList kNames{u"*.jpg"_s, u"*.jpeg"_s, u"*.png"_s, u"*.pdf"_s};
    // Not QDir::Hidden: a leading dot is how a file under way is named. Never through a link.
    return QDir(m_config.folder)
        .entryInfoList(kNames, QDir::Files | QDir::NoSymLinks | QDir::Readable, QDir::Name);
}

void WatchedFolder::look()
{
    QStringList complete;
    QHash<QString, Waiting> still;
    for (const QFileInfo& file : candidates()) {
        const QString name = file.fileName();
        const Mark mark{file.size(), file.lastModified()};
        const auto known = m_known.constFind(name);
        if (known != m_known.constEnd() && *known == mark)
            continue;
        if (isComplete(name, mark)) {
            m_known.insert(name, mark);
            complete << file.absoluteFilePath();
        } else {
            still.insert(name, m_waiting.value(name));
        }
    }
    m_waiting = still; // what is gone again, or was renamed, is forgotten
    const auto pause =
        m_waiting.isEmpty() ? m_config.look : std::min(m_config.look, m_config.settle / 3);
    if (m_timer.isActive())
        m_timer.start(std::max(pause, std::chrono::milliseconds(1)));
    for (const QString& path : complete)
        Q_EMIT fileArrived(path);
}

bool WatchedFolder::isComplete(const QString& name, const Mark& mark)
{
    Waiting& waiting = m_waiting[name];
    const qint64 now = uptime();
    if (waiting.mark != mark || waiting.since == 0) {
        waiting = {mark, now};
        return false;
    }
    return mark.size > 0 && now - waiting.since >= m_config.settle.count();
}

Result<void> WatchedFolder::take(const QString& path)
{
    if (!m_config.removesTaken)
        return {};
    const QFileInfo file(path);
    const auto known = m_known.constFind(file.fileName());
    if (QDir(m_config.folder).absolutePath() != file.absolutePath() ||
        known == m_known.constEnd() || *known != Mark{file.size(), file.lastModified()})
        return {};
    if (!QFile::remove(path))
        return Error{ErrorCode::Storage, u"watched folder: a file cannot be deleted"_s, path};
    return {};
}

} // namespace handshake
