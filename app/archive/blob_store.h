// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/strong_id.h"
#include "app/vault/sealer.h"

#include <QSet>
#include <QString>

namespace handshake {

/// Sealed bytes as files named after what they hold: `blobs/ab/<SHA-256 of the sealed bytes>`. A
/// name can be verified without a key and tells nothing about the content (rules 1, 2).
class BlobStore final
{
public:
    /// Makes the folders if absent and removes unfinished files of earlier runs. The caller owns
    /// the store's lock.
    static Result<BlobStore> open(const QString& folder);

    /// On return the bytes survive a power cut. A first failure is followed by one attempt on a
    /// fresh file, read back (rule 5); StorageFull is not tried again.
    Result<BlobId> put(const SealedBytes& sealed);

    /// NotFound; Corrupt when the bytes are not those of the name.
    [[nodiscard]] Result<SealedBytes> read(const BlobId& id) const;

    /// Every blob that lies in the store, by its name; foreign files are passed over.
    [[nodiscard]] Result<QSet<BlobId>> list() const;

    /// Removes a blob that no row names.
    Result<void> removeOrphan(const BlobId& id);

private:
    explicit BlobStore(QString folder);

    [[nodiscard]] QString pathOf(const BlobId& id) const;
    Result<void> write(const BlobId& id, const QByteArray& bytes);

    QString m_folder;
};

} // namespace handshake
