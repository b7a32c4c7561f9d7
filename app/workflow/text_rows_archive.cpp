// SPDX-License-Identifier: Apache-2.0
#include "app/workflow/text_rows_p.h"

#include <QCoreApplication>

namespace handshake::text_rows {

namespace {

constexpr Row kRows[] = {
    {"audit.clock-ahead",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The computer's clock jumped ahead, or the computer slept. Check date and time.")},
    {"audit.clock-set-back",
     QT_TRANSLATE_NOOP("Advice", "The computer's clock was set back. Check date and time.")},
    {"store.busy",
     QT_TRANSLATE_NOOP("Advice",
                       "Another window or program is using this store. Close it, then try again.")},
    {"store.conflict",
     QT_TRANSLATE_NOOP("Advice",
                       "This session was changed elsewhere. Open it again, then repeat the step.")},
    {"store.damage.audit-broken",
     QT_TRANSLATE_NOOP("Advice", "The audit log does not fit together. Leave everything as it is "
                                 "and call the administrator.")},
    {"store.damage.blob-corrupt",
     QT_TRANSLATE_NOOP("Advice", "A saved picture is damaged on the disk and is not shown. Take it "
                                 "again, or have the administrator restore a backup.")},
    {"store.damage.blob-missing",
     QT_TRANSLATE_NOOP("Advice", "A saved picture is missing on the disk. Take it again, or have "
                                 "the administrator restore a backup.")},
    {"store.damage.database-file",
     QT_TRANSLATE_NOOP("Advice", "The database file is damaged. Leave everything as it is and call "
                                 "the administrator to restore a backup.")},
    {"store.damage.row-corrupt",
     QT_TRANSLATE_NOOP("Advice", "A record was altered or damaged and is not used. Call the "
                                 "administrator to restore a backup.")},
    {"store.fat",
     QT_TRANSLATE_NOOP("Advice", "The data folder lies on a FAT drive (such as a USB stick). "
                                 "Choose a folder on this computer's own disk.")},
    {"store.foreign",
     QT_TRANSLATE_NOOP(
         "Advice", "This folder holds another program's database. Choose another data folder.")},
    {"store.full",
     QT_TRANSLATE_NOOP("Advice", "The disk is full; this picture is NOT saved. Free some space, "
                                 "then press Save again: the picture is still here.")},
    {"store.network-share",
     QT_TRANSLATE_NOOP(
         "Advice",
         "The data folder lies on a network drive. Choose a folder on this computer's own disk.")},
    {"store.newer",
     QT_TRANSLATE_NOOP(
         "Advice", "A newer version of this program wrote these data. Install the newer version.")},
    {"store.unreadable",
     QT_TRANSLATE_NOOP("Advice", "The database cannot be read. Do not delete anything; call the "
                                 "administrator to restore a backup.")},
    {"store.write-failed",
     QT_TRANSLATE_NOOP("Advice", "The disk refused to save; this picture is NOT saved. Press Save "
                                 "again; if it fails again, call the administrator.")},
};

} // namespace

Span archiveRows()
{
    return {kRows, std::size(kRows)};
}

} // namespace handshake::text_rows
