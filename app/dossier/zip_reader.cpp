// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/zip_container.h"

#include <QBuffer>
#include <QSet>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

#include <array>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kChunk = 64 * 1024;
constexpr quint16 kEncryptedFlag = 0x0001;
constexpr quint32 kUnixTypeMask = 0170000U << 16U;

Error unreadable(const QString& detail, const QString& path = {})
{
    return Error{ErrorCode::Unreadable, detail, path};
}

Result<void> checkInfo(const QuaZipFileInfo64& info)
{
    if (!isDossierPath(info.name)) // the name is somebody else's: it is not repeated
        return unreadable(u"ZIP entry with a path that no dossier has"_s);
    // A link, device or folder of Unix; ours have no type at all.
    if ((info.externalAttr & kUnixTypeMask) != 0)
        return unreadable(u"ZIP entry that is not a plain file"_s, info.name);
    if ((info.flags & kEncryptedFlag) != 0)
        return unreadable(u"ZIP entry is encrypted"_s, info.name);
    if (info.method != 0 && info.method != Z_DEFLATED)
        return unreadable(u"ZIP entry packed in an unknown way"_s, info.name);
    return {};
}

/// Inflates the current entry. `room` is what the archive may still unpack to.
Result<QByteArray> inflateCurrent(QuaZip& zip, const QuaZipFileInfo64& info, qint64 room, int ratio)
{
    const qint64 packed = static_cast<qint64>(qMin<quint64>(
        info.compressedSize, static_cast<quint64>(std::numeric_limits<qint32>::max())));
    const qint64 allowed = qMin(room, packed * ratio);
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Corrupt, u"ZIP entry cannot be opened"_s, info.name};
    QByteArray bytes;
    std::array<char, kChunk> chunk{};
    while (true) {
        const qint64 got = file.read(chunk.data(), kChunk);
        if (got < 0)
            return Error{ErrorCode::Corrupt, u"ZIP entry cannot be inflated"_s, info.name};
        if (got == 0)
            break;
        if (bytes.size() + got > allowed)
            return Error{ErrorCode::TooLarge, u"ZIP entry unpacks to more than is allowed"_s,
                         info.name};
        bytes.append(chunk.data(), static_cast<qsizetype>(got));
    }
    file.close(); // compares the checksum
    if (file.getZipError() != UNZ_OK || static_cast<quint64>(bytes.size()) != info.uncompressedSize)
        return Error{ErrorCode::Corrupt, u"ZIP entry does not match its checksum"_s, info.name};
    return bytes;
}

} // namespace

Result<std::vector<ZipEntry>> readZip(const QByteArray& bytes, const ZipLimits& limits)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip))
        return unreadable(u"not a ZIP file"_s);
    if (zip.getEntriesCount() > limits.entries)
        return Error{ErrorCode::TooLarge, u"ZIP with more entries than a dossier may have"_s};

    std::vector<ZipEntry> entries;
    QSet<QString> seen;
    qint64 room = limits.totalBytes;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info))
            return unreadable(u"ZIP directory cannot be read"_s);
        const Result<void> permitted = checkInfo(info);
        if (!permitted)
            return permitted.error();
        if (seen.contains(info.name))
            return unreadable(u"ZIP with two entries of one path"_s, info.name);
        if (seen.size() >= limits.entries)
            return Error{ErrorCode::TooLarge, u"ZIP with more entries than a dossier may have"_s};
        Result<QByteArray> content = inflateCurrent(zip, info, room, limits.ratio);
        if (!content)
            return content.error();
        seen.insert(info.name);
        room -= content->size();
        entries.push_back({info.name, std::move(*content)});
    }
    if (zip.getZipError() != UNZ_OK)
        return unreadable(u"ZIP directory cannot be read"_s);
    return entries;
}

} // namespace handshake
