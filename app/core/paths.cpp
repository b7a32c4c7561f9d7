// SPDX-License-Identifier: Apache-2.0
#include "app/core/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

/// Written by CMake beside the program: the source folder a build tree belongs to.
QString sourceOfBuildTree(const QString& programFolder)
{
    QFile marker(programFolder + u"/handshake-source-folder"_s);
    if (!marker.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(marker.readAll()).trimmed();
}

QString firstFolder(const QStringList& candidates)
{
    for (const QString& candidate : candidates) {
        if (!candidate.isEmpty() && QFileInfo(candidate).isDir())
            return QDir::cleanPath(candidate);
    }
    return {};
}

} // namespace

Paths::Paths(QString root, QString programFolder)
    : m_root(std::move(root))
    , m_programFolder(std::move(programFolder))
{
}

Result<Paths> Paths::find(const QString& programFolder)
{
    const QStringList roots{qEnvironmentVariable("HANDSHAKE_DATA_ROOT"),
                            sourceOfBuildTree(programFolder),
                            programFolder + u"/../share/handshake-desk"_s, programFolder};
    for (const QString& root : roots) {
        if (!root.isEmpty() && QFileInfo(root + u"/data"_s).isDir())
            return Paths(QDir::cleanPath(root), programFolder);
    }
    return Error{ErrorCode::Configuration, u"the program's data folder was not found"_s,
                 programFolder};
}

QString Paths::data(const QString& relative) const
{
    return m_root + u"/data/"_s + relative;
}

QString Paths::cascades()
{
    return firstFolder({qEnvironmentVariable("HANDSHAKE_CASCADES"), u"/usr/share/opencv4"_s,
                        u"/usr/local/share/opencv4"_s});
}

QString Paths::defaultStore()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/handshake-desk"_s;
}

QString Paths::intakeServer() const
{
    return firstFolder({m_root + u"/tests/intake"_s, m_root + u"/intake"_s});
}

QString Paths::translations() const
{
    return firstFolder({m_programFolder + u"/translations"_s, m_root + u"/translations"_s});
}

} // namespace handshake
