// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/zip_container.h"

#include <QBuffer>
#include <QDateTime>
#include <QTimeZone>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <algorithm>
#include <zlib.h>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

bool isManifest(const ZipEntry& entry)
{
    return entry.path == QStringView(kManifestPath);
}

bool isText(const QString& path)
{
    return path.endsWith(u".json") || path.endsWith(u".xml");
}

Result<void> checkEntries(const std::vector<ZipEntry>& entries, const ZipLimits& limits)
{
    qint64 total = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        total += entries[i].bytes.size();
        if (!isDossierPath(entries[i].path))
            return Error{ErrorCode::InvalidInput, u"not a path of a dossier"_s, entries[i].path};
        if (i > 0 && entries[i].path == entries[i - 1].path)
            return Error{ErrorCode::InvalidInput, u"two entries of one path"_s, entries[i].path};
    }
    if (entries.size() > static_cast<std::size_t>(limits.entries) || total > limits.totalBytes)
        return Error{ErrorCode::TooLarge, u"the dossier is over its limits"_s};
    return {};
}

Error notWritten(const QString& path)
{
    return Error{ErrorCode::Internal, u"ZIP entry could not be written in memory"_s, path};
}

Result<void> writeEntry(QuaZip& zip, const ZipEntry& entry)
{
    QuaZipNewInfo info(entry.path);
    // The earliest time the format knows: a dossier's times stand in its manifest.
    info.dateTime = QDateTime(QDate(1980, 1, 1), QTime(0, 0), QTimeZone::utc());
    info.internalAttr = 0;
    info.externalAttr = 0;
    const bool deflate = isText(entry.path);
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::WriteOnly, info, nullptr, 0, deflate ? Z_DEFLATED : 0,
                   deflate ? Z_BEST_COMPRESSION : 0))
        return notWritten(entry.path);
    const qint64 written = file.write(entry.bytes);
    file.close();
    if (written != entry.bytes.size() || file.getZipError() != ZIP_OK)
        return notWritten(entry.path);
    return {};
}

} // namespace

Result<QByteArray> writeZip(std::vector<ZipEntry> entries, const ZipLimits& limits)
{
    std::sort(entries.begin(), entries.end(), [](const ZipEntry& a, const ZipEntry& b) {
        if (isManifest(a) != isManifest(b))
            return isManifest(a);
        return a.path < b.path;
    });
    const Result<void> permitted = checkEntries(entries, limits);
    if (!permitted)
        return permitted.error();

    QBuffer buffer;
    QuaZip zip(&buffer);
    zip.setOsCode(0); // the same bytes on every system
    zip.setDataDescriptorWritingEnabled(false);
    zip.setZip64Enabled(false);
    zip.setUtf8Enabled(false); // our paths are ASCII
    if (!zip.open(QuaZip::mdCreate))
        return notWritten({});
    for (const ZipEntry& entry : entries) {
        const Result<void> written = writeEntry(zip, entry);
        if (!written)
            return written.error();
    }
    zip.close();
    if (zip.getZipError() != ZIP_OK)
        return notWritten({});
    return buffer.data();
}

} // namespace handshake
