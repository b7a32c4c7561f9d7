// SPDX-License-Identifier: Apache-2.0
#include "app/devices/picture_file.h"

#include "app/imaging/picture_header.h"

#include <QFile>
#include <QFileInfo>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readBytes(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::NotFound, u"picture file: not there"_s};
    if (!info.isFile()) // a pipe would block, a device never end
        return Error{ErrorCode::Unreadable, u"picture file: not a regular file"_s};
    if (info.size() > PictureLimits::kMaxBytes)
        return Error{ErrorCode::TooLarge, u"picture: more bytes than permitted"_s};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"picture file: cannot be opened"_s};
    // One byte more than permitted shows a file that grew meanwhile.
    QByteArray bytes = file.read(PictureLimits::kMaxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Storage, u"picture file: reading failed"_s};
    return bytes;
}

/// The camera's own time, unless its clock is ahead of ours.
Instant takenAt(const QByteArray& bytes, const Instant& now)
{
    const auto header = readPictureHeader(bytes);
    if (!header || !header->takenAt || *header->takenAt > now.wall)
        return now;
    return {*header->takenAt, now.monotonic};
}

} // namespace

Result<Picture> readPictureFile(const QString& path, PictureDecoder& decoder, const Clock& clock)
{
    const QString place = QFileInfo(path).fileName();
    const auto bytes = readBytes(path);
    if (!bytes)
        return bytes.error().at(place);
    return decoder.decode(*bytes, {DeviceKind::File, u"file"_s, takenAt(*bytes, clock.now())})
        .at(place);
}

} // namespace handshake
