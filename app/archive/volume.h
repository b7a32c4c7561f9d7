// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QString>

namespace handshake {

/// The file system under a store.
struct Volume {
    QString fileSystem;    ///< lower case: "ext4", "cifs", "fat32"; empty when not known
    bool isRemote = false; ///< the system itself says so
};

/// `folder` exists.
[[nodiscard]] Result<Volume> volumeOf(const QString& folder);

/// What the user of this process may still write there.
[[nodiscard]] Result<qint64> freeBytesOf(const QString& folder);

/// Configuration on a network share or FAT (rule 9): locks and syncs there do not hold what SQLite
/// and the blobs need. What is not known is let pass.
[[nodiscard]] Result<void> requireStoreVolume(const Volume& volume);

} // namespace handshake
