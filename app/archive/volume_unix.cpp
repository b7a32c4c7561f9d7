// SPDX-License-Identifier: Apache-2.0
#include "app/archive/volume.h"

#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/vfs.h>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

struct Magic {
    quint32 number;
    const char16_t* name;
};

// statfs(2). Asked first: the mount table may be hidden from a confined program.
constexpr std::array kMagics = {
    Magic{0x6969, u"nfs"},        Magic{0xFF534D42, u"cifs"}, Magic{0xFE534D42, u"smb2"},
    Magic{0x517B, u"smb"},        Magic{0x564C, u"ncpfs"},    Magic{0x5346414F, u"afs"},
    Magic{0x73757245, u"coda"},   Magic{0x00C36400, u"ceph"}, Magic{0x0BD00BD0, u"lustre"},
    Magic{0x19830326, u"beegfs"}, Magic{0x4D44, u"vfat"},     Magic{0x2011BAB0, u"exfat"},
};

} // namespace

Result<Volume> volumeOf(const QString& folder)
{
    struct statfs status {
    };
    if (::statfs(QFile::encodeName(folder).constData(), &status) < 0)
        return Error{ErrorCode::Storage, u"file system not known (error %1)"_s.arg(errno), folder};
    const auto number = static_cast<quint32>(status.f_type);
    const auto known = std::find_if(kMagics.begin(), kMagics.end(),
                                    [&](const Magic& magic) { return magic.number == number; });
    if (known != kMagics.end())
        return Volume{QString::fromUtf16(known->name), false};
    // FUSE shows one number for all: the mount table tells sshfs from a container's own disk.
    return Volume{QString::fromUtf8(QStorageInfo(folder).fileSystemType()), false};
}

} // namespace handshake
