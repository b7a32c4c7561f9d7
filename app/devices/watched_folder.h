// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace handshake {

/// A folder into which a scanner saves its files. Each file is told once, when it is complete: its
/// size and time have not changed for a while. What lay there before is somebody else's and is left
/// alone, as are files that are still being written under another name, hidden ones, links, and
/// whatever is neither picture nor PDF by its ending. A file that is replaced is a new one.
class WatchedFolder final : public QObject
{
    Q_OBJECT

public:
    struct Config {
        QString folder{};
        std::chrono::milliseconds settle{1'500}; ///< unchanged for so long is complete
        std::chrono::milliseconds look{2'000}; ///< network drives tell nothing: looked at so often
        bool removesTaken = false;             ///< only then take() deletes
    };

    explicit WatchedFolder(Config config, QObject* parent = nullptr);

    /// NotFound when there is no such folder. Again: forgets what was there and begins anew.
    [[nodiscard]] Result<void> start();
    void stop();

    /// The file lies in the store now: it is deleted where the settings say so, unless it was
    /// replaced meanwhile. Storage when it cannot be deleted.
    [[nodiscard]] Result<void> take(const QString& path);

Q_SIGNALS:
    void fileArrived(const QString& path);

private:
    /// What makes a file this file.
    struct Mark {
        qint64 size = 0;
        QDateTime changed{};

        friend bool operator==(const Mark&, const Mark&) = default;
    };
    struct Waiting {
        Mark mark{};
        qint64 since = 0; ///< milliseconds of m_uptime
    };

    [[nodiscard]] QFileInfoList candidates() const;
    void look();
    [[nodiscard]] bool isComplete(const QString& name, const Mark& mark);

    Config m_config;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QHash<QString, Mark> m_known; ///< told, or there before
    QHash<QString, Waiting> m_waiting;
};

} // namespace handshake
