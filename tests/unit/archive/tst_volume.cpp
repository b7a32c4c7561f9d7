// SPDX-License-Identifier: Apache-2.0
#include "app/archive/volume.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handshake;
using namespace Qt::StringLiterals;

class TestVolume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void localFileSystemsAreAcceptedNetworkAndFatAreNot_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isAccepted");
        for (const char* name : {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "NTFS", "ReFS",
                                 "apfs", "fuseblk", "fuse.fuse-overlayfs", ""})
            QTest::addRow("%s", name) << QString::fromLatin1(name) << true;
        for (const char* name :
             {"nfs", "nfs4", "cifs", "smb2", "fuse.sshfs", "vfat", "FAT32", "exFAT", "msdos"})
            QTest::addRow("%s", name) << QString::fromLatin1(name) << false;
    }
    void localFileSystemsAreAcceptedNetworkAndFatAreNot()
    {
        QFETCH(QString, name);
        QFETCH(bool, isAccepted);
        const Result<void> answer = requireStoreVolume({name, false});
        QCOMPARE(answer.has_value(), isAccepted);
        if (!isAccepted)
            QCOMPARE(answer.error().code, ErrorCode::Configuration);
    }

    void whatTheSystemCallsRemoteIsRefused()
    {
        QCOMPARE(requireStoreVolume({u"NTFS"_s, true}).error().code, ErrorCode::Configuration);
    }

    void thisMachinesOwnFolderIsKnown()
    {
        const QTemporaryDir folder;
        const auto volume = volumeOf(folder.path());
        QVERIFY(volume);
        QVERIFY(requireStoreVolume(*volume));
        QCOMPARE(volumeOf(u"/nowhere"_s).error().code, ErrorCode::Storage);
        QVERIFY(*freeBytesOf(folder.path()) > 0);
        QCOMPARE(freeBytesOf(u"/nowhere"_s).error().code, ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestVolume)
#include "tst_volume.moc"
