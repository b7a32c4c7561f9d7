// SPDX-License-Identifier: Apache-2.0
#include "app/devices/picture_file.h"

#include "app/devices/scanner.h"
#include "app/imaging/picture_header.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

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

/// "scan.pdf#page=2": a file and one of its pages, from 0. A file of that very name comes first.
struct PagedPath {
    QString path;
    int page = 0;
    bool isNamed = false;
};

PagedPath pagedPath(const QString& path)
{
    static const QRegularExpression kPage(u"^(.+)#page=([1-9][0-9]{0,5})$"_s);
    const auto match = kPage.match(path);
    if (!match.hasMatch() || QFileInfo::exists(path))
        return {path};
    return {match.captured(1), match.captured(2).toInt() - 1, true};
}

Result<Picture> pageOf(const QByteArray& bytes, int page, const PaperFileReaders& readers)
{
    constexpr int kDpi = 300;
    const auto drawn = readers.pdfs.decode(bytes, {page, kDpi});
    if (!drawn)
        return drawn.error();
    return pictureOfPage(drawn->image, {DeviceKind::File, u"pdf"_s, readers.clock.now()});
}

} // namespace

Result<Picture> readPaperFile(const QString& path, const PaperFileReaders& readers)
{
    const PagedPath paged = pagedPath(path);
    const QString place = QFileInfo(path).fileName();
    const auto bytes = readBytes(paged.path);
    if (!bytes)
        return bytes.error().at(place);
    if (isPdf(*bytes) && !readPictureHeader(*bytes))
        return pageOf(*bytes, paged.page, readers).at(place);
    if (paged.page > 0)
        return Error{ErrorCode::NotFound, u"picture file: has no pages"_s, place};
    return readPictureFile(paged.path, readers.pictures, readers.clock);
}

Result<QStringList> pagesOfPaperFile(const QString& path, const PaperFileReaders& readers,
                                     int maxPages)
{
    constexpr int kCountingDpi = 30; // the page itself is not wanted

    const PagedPath paged = pagedPath(path);
    const auto bytes = readBytes(paged.path);
    if (paged.isNamed || !bytes || !isPdf(*bytes) || readPictureHeader(*bytes))
        return QStringList{path};
    const auto first = readers.pdfs.decode(*bytes, {0, kCountingDpi});
    if (!first)
        return QStringList{path}; // whoever reads it says why
    if (first->pageCount > maxPages)
        return Error{ErrorCode::TooLarge, u"pdf: more pages than are read at once"_s,
                     QFileInfo(path).fileName()};
    QStringList pages;
    for (int page = 1; page <= first->pageCount; ++page)
        pages << u"%1#page=%2"_s.arg(path).arg(page);
    return pages;
}

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
