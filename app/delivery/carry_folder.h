// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"
#include "app/core/sha256.h"
#include "app/core/strong_id.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace handshake {

/// One dossier in the index of a carry folder.
struct CarryEntry {
    DossierId dossier;
    QString fileName; ///< "<dossier id>.zip" or ".cms"
    Sha256 sha256;
    qint64 bytes = 0;
};

/// A folder on a stick that goes to the provider with dossiers and comes back with receipts:
///
///   <dossier id>.zip | .cms      dossiers, as they would be uploaded
///   index.json                   which, with their SHA-256
///   <dossier id>.receipt.jws     receipts, put there by the provider's side
///
/// Whatever is in it may come from anybody: only plain files under names of this pattern are read,
/// links and devices are not followed, sizes are limited. What is written is complete under its
/// name or not there at all, and was read back.
class CarryFolder final
{
public:
    /// NotFound when there is no such folder: a stick that is not mounted is not written around.
    static Result<CarryFolder> open(const QString& path);

    /// Empty when there is none; Unreadable when it is not one of ours, TooLarge, Denied (a link).
    [[nodiscard]] Result<std::vector<CarryEntry>> index() const;
    Result<void> writeIndex(const std::vector<CarryEntry>& entries) const;

    /// Whether the dossier lies there whole already. Denied when something else has its name.
    [[nodiscard]] Result<bool> holds(const CarryEntry& entry) const;
    /// Durable and read back when it answers. StorageFull: no room, and nothing is left of it.
    Result<void> put(const CarryEntry& entry, const QByteArray& content) const;

    /// Names that want to be receipts, sorted; those that cannot be are among them.
    [[nodiscard]] QStringList receiptNames() const;
    /// The dossier such a name speaks of; none when it follows no pattern.
    [[nodiscard]] static std::optional<DossierId> dossierOfReceipt(const QString& name);
    [[nodiscard]] Result<QByteArray> receipt(const QString& name) const;

    [[nodiscard]] static QString nameOf(const DossierId& dossier);

private:
    explicit CarryFolder(QString path);

    [[nodiscard]] QString pathOf(const QString& name) const;
    Result<void> write(const QString& name, const QByteArray& content) const;

    QString m_path;
};

} // namespace handshake
