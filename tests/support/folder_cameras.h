// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/imaging/jpeg_fit.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <vector>

namespace handshake::test {

using namespace Qt::StringLiterals;

/// The folders that the GStreamer plug-in of tests/support/gst-camera shows as cameras. Made before
/// the application object: the media back end reads its environment once.
class FolderCameras final
{
public:
    struct Mode {
        QSize size;
        int rate = 25;
    };
    /// Draws frame `number` of a mode.
    using Draw = std::function<QImage(QSize size, int number)>;

    FolderCameras()
    {
        if (!m_folder.isValid())
            qFatal("no folder for cameras");
        qputenv("QT_MEDIA_BACKEND", "gstreamer");
        qputenv("GST_PLUGIN_PATH_1_0", HANDSHAKE_CAMERA_PLUGIN);
        // A list of plug-ins of our own: others run at the same time and must not write it.
        qputenv("GST_REGISTRY_1_0", QFile::encodeName(m_folder.filePath(".registry"_L1)));
        // Real cameras of the machine stay out of it.
        qputenv("GST_PLUGIN_FEATURE_RANK", "v4l2deviceprovider:NONE,pipewiredeviceprovider:NONE");
        if (!QDir(m_folder.path()).mkdir("cameras"_L1))
            qFatal("no folder for cameras");
        m_root = QDir(m_folder.filePath("cameras"_L1));
        qputenv("HANDSHAKE_TEST_CAMERAS", QFile::encodeName(m_root.path()));
    }

    /// A new camera, plugged in when complete.
    void add(const QString& name, const std::vector<Mode>& modes, int frames, const Draw& draw)
    {
        for (const Mode& mode : modes) {
            const QString folder = u".%1/%2x%3@%4"_s.arg(name)
                                       .arg(mode.size.width())
                                       .arg(mode.size.height())
                                       .arg(mode.rate);
            if (!m_root.mkpath(folder))
                qFatal("no folder for a camera");
            for (int i = 0; i < frames; ++i)
                writeFrame(m_root.filePath(folder + u"/%1.jpg"_s.arg(i, 4, 10, QChar(u'0'))),
                           draw(mode.size, i));
        }
        plug(name);
    }

    void plug(const QString& name) { rename(u'.' + name, name); }
    void unplug(const QString& name) { rename(name, u'.' + name); }

    /// Puts the file there that makes the camera fail; see gst-camera/folder_camera.h.
    void setFault(const QString& name, const QString& fault)
    {
        QFile file(m_root.filePath(name + u'/' + fault));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot make a camera fail");
    }
    void clearFault(const QString& name, const QString& fault)
    {
        QFile::remove(m_root.filePath(name + u'/' + fault));
    }
    [[nodiscard]] bool hasFault(const QString& name, const QString& fault) const
    {
        return QFile::exists(m_root.filePath(name + u'/' + fault));
    }

private:
    static void writeFrame(const QString& path, const QImage& image)
    {
        constexpr int kQuality = 85;
        const auto jpeg = encodeJpeg(image, kQuality);
        QFile file(path);
        if (!jpeg || !file.open(QIODevice::WriteOnly) || file.write(*jpeg) != jpeg->size())
            qFatal("cannot write a frame");
    }

    void rename(const QString& from, const QString& to)
    {
        if (!m_root.rename(from, to))
            qFatal("cannot rename a camera");
    }

    QTemporaryDir m_folder;
    QDir m_root;
};

} // namespace handshake::test
