// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace handshake {

/// One file inside a dossier.
struct ZipEntry {
    QString path; ///< of our own pattern, see isDossierPath()
    QByteArray bytes;

    friend bool operator==(const ZipEntry&, const ZipEntry&) = default;
};

/// What a ZIP read back may hold at most; the defaults are those of the threat table.
struct ZipLimits {
    int entries = 500;
    qint64 totalBytes = 200LL * 1024 * 1024; ///< unpacked, all entries together
    int ratio = 100;                         ///< unpacked : packed, per entry
};

inline constexpr auto kManifestPath = u"manifest.json";

/// Whether `path` is one a dossier may hold (contract.md, "The dossier"): ASCII, no "..", no
/// absolute path, no folder but masters/, renditions/ and scans/. Nothing else is ever written to
/// or taken out of a ZIP.
[[nodiscard]] bool isDossierPath(QStringView path);

/// The one canonical ZIP of these entries: manifest first, the rest by path, pictures and PDF
/// stored, text deflated, one fixed time, no extra fields. The same entries give the same bytes on
/// the same zlib. InvalidInput for a path not of our pattern or named twice, TooLarge over
/// `limits`.
[[nodiscard]] Result<QByteArray> writeZip(std::vector<ZipEntry> entries,
                                          const ZipLimits& limits = {});

/// Reads a ZIP of ours back. Sizes are counted while inflating; what the archive says of itself is
/// not believed. Unreadable when it is no ZIP or an entry is not of our pattern, a link, encrypted
/// or twice there; Corrupt when an entry does not inflate to its checksum; TooLarge over `limits`.
[[nodiscard]] Result<std::vector<ZipEntry>> readZip(const QByteArray& zip,
                                                    const ZipLimits& limits = {});

} // namespace handshake
