// SPDX-License-Identifier: Apache-2.0
#include "app/archive/volume.h"

#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

// Names as the systems give them (mount table, GetVolumeInformation).
constexpr std::array kNetwork = {
    u"nfs",
    u"nfs4",
    u"cifs",
    u"smb",
    u"smb2",
    u"smb3",
    u"smbfs",
    u"ncpfs",
    u"afs",
    u"coda",
    u"ceph",
    u"lustre",
    u"glusterfs",
    u"beegfs",
    u"davfs",
    u"webdav",
    u"fuse.sshfs",
    u"fuse.rclone",
    u"fuse.davfs",
    u"fuse.davfs2",
    u"fuse.smbnetfs",
    u"fuse.s3fs",
    u"fuse.gvfsd-fuse",
    u"fuse.glusterfs",
    u"fuse.curlftpfs",
};
constexpr std::array kFat = {u"vfat",  u"msdos", u"fat",   u"fat12",
                             u"fat16", u"fat32", u"exfat", u"fuse.exfat"};

template <typename Names>
bool isOneOf(const Names& names, const QString& name)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char16_t* known) { return name == QStringView(known); });
}

} // namespace

Result<qint64> freeBytesOf(const QString& folder)
{
    const qint64 bytes = QStorageInfo(folder).bytesAvailable();
    if (bytes < 0)
        return Error{ErrorCode::Storage, u"the room on the disk is not known"_s, folder};
    return bytes;
}

Result<void> requireStoreVolume(const Volume& volume)
{
    const QString name = volume.fileSystem.toLower();
    if (volume.isRemote || isOneOf(kNetwork, name))
        return Error{ErrorCode::Configuration, u"the store lies on a network share"_s};
    if (isOneOf(kFat, name))
        return Error{ErrorCode::Configuration, u"the store lies on a FAT file system"_s};
    return {};
}

} // namespace handshake
