// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QLibrary>
#include <QTemporaryDir>

namespace handshake::test {

/// SANE settings of a test's own, in which only the back ends `test` and `pnm` exist: no hardware,
/// no network, and nothing shared with another test. In force while it lives.
class SaneFolder final
{
public:
    SaneFolder()
    {
        write(QStringLiteral("dll.conf"), "test\npnm\n");
        write(QStringLiteral("test.conf"), "number_of_devices 2\ngeometry_max 400\n");
        qputenv("SANE_CONFIG_DIR", QFile::encodeName(m_folder.path()));
    }
    ~SaneFolder() { qunsetenv("SANE_CONFIG_DIR"); }
    Q_DISABLE_COPY_MOVE(SaneFolder)

    /// Whether SANE is installed at all.
    [[nodiscard]] static bool isInstalled() { return QLibrary(QStringLiteral("sane"), 1).load(); }

    /// A file that the back end `pnm` scans.
    [[nodiscard]] QString paper(const QImage& image) const
    {
        QString path = m_folder.filePath(QStringLiteral("paper.ppm"));
        image.convertToFormat(QImage::Format_RGB888).save(path, "ppm");
        return path;
    }

private:
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }

    QTemporaryDir m_folder;
};

} // namespace handshake::test
