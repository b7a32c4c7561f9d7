// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// Files that a power cut does not take away. Every step that can fail is looked at; errors are
/// StorageFull or Storage and say which step failed with the system's own number.
namespace handshake::durable {

/// Makes a new file (Storage if it exists), writes, syncs and closes it. On failure nothing is left
/// of it.
Result<void> writeNewFile(const QString& path, QByteArrayView bytes);

/// Puts `from` in the place of `to` in one step and syncs the folder of `to`. Same file system.
Result<void> moveIntoPlace(const QString& from, const QString& to);

/// Makes `folder` and what is missing above it, each for its owner only, each synced into its
/// parent. An existing folder is left as it is.
Result<void> makeFolder(const QString& folder);

/// The bytes of a plain file that may come from anybody: a link at its end is not followed, pipes
/// and devices are not opened (Denied), at most `most` bytes (TooLarge); NotFound, Unreadable. From
/// the medium, as far as the system lets its memory of the file go, so that it can prove a write.
[[nodiscard]] Result<QByteArray> readPlainFile(const QString& path, qint64 most);

Result<void> syncFile(const QString& path);
Result<void> syncFolder(const QString& folder);

} // namespace handshake::durable
