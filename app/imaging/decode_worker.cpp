// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/decode_worker.h"

#include "app/core/log.h"
#include "app/imaging/picture_header.h"
#include "app/imaging/worker_limits.h"
#include "app/imaging/worker_protocol.h"
#include "app/imaging/worker_sandbox.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>
#include <QRegularExpression>
#include <QThreadPool>
#include <QTransform>

#include <array>
#include <atomic>
#include <cstdio>
#include <new>
#include <optional>
#include <string_view>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(imagingLog, "handshake.imaging")

/// Complaints of the JPEG decoder about damaged data, counted in a worker (see countComplaints).
std::atomic<int> complaints{0};

/// libjpeg goes on after damage, fills the rest with gray and tells it as a message only, which Qt
/// hands on as a log line of this category. In a worker that line is what refuses the picture.
/// A few stray bytes before a segment are forgiven, as real cameras leave some; many are what is
/// left over when the pixels before were damaged.
bool tellsOfDamage(const QString& message)
{
    constexpr int kForgiven = 16;
    static const QRegularExpression kStray(u"^Corrupt JPEG data: (\\d+) extraneous bytes"_s);
    if (const auto stray = kStray.match(message); stray.hasMatch())
        return stray.captured(1).toInt() > kForgiven;
    return message.startsWith("Premature end"_L1) || message.startsWith("Corrupt JPEG data"_L1);
}

void countComplaints(QtMsgType /*type*/, const QMessageLogContext& context, const QString& message)
{
    const bool isJpeg =
        context.category != nullptr && std::string_view(context.category) == "qt.gui.imageio.jpeg";
    if (isJpeg && tellsOfDamage(message))
        ++complaints;
}

QTransform uprightTransform(int orientation)
{
    // EXIF 2.32, 4.6.4: which side of the stored picture is the upper one.
    switch (orientation) {
    case 2:
        return {-1, 0, 0, 1, 0, 0};
    case 3:
        return {-1, 0, 0, -1, 0, 0};
    case 4:
        return {1, 0, 0, -1, 0, 0};
    case 5:
        return {0, 1, 1, 0, 0, 0};
    case 6:
        return {0, 1, -1, 0, 0, 0};
    case 7:
        return {0, -1, -1, 0, 0, 0};
    case 8:
        return {0, -1, 1, 0, 0, 0};
    default:
        return {};
    }
}

QImage onWhite(const QImage& image)
{
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    QImage flat(image.size(), QImage::Format_RGB32);
    if (flat.isNull())
        return flat;
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(0, 0, image);
    return flat;
}

/// Exactly `length` bytes of standard input, or fewer when it ended.
QByteArray readInput(qsizetype length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    const auto size = std::fread(bytes.data(), 1, static_cast<std::size_t>(length), stdin);
    bytes.truncate(qsizetype(size));
    return bytes;
}

bool writeOutput(const void* bytes, qsizetype length)
{
    return std::fwrite(bytes, 1, static_cast<std::size_t>(length), stdout) ==
           static_cast<std::size_t>(length);
}

bool answer(const Result<QImage>& decoded)
{
    bool written = false;
    if (!decoded) {
        const QByteArray reply = worker_protocol::refusal(decoded.error());
        written = writeOutput(reply.constData(), reply.size());
    } else {
        const QByteArray head = worker_protocol::pictureReplyHead(decoded->size());
        written = writeOutput(head.constData(), head.size());
        // Rows of four-byte pixels have no padding.
        written = written && writeOutput(decoded->constBits(), decoded->sizeInBytes());
    }
    return std::fflush(stdout) == 0 && written;
}

/// Plug-ins are files, and none can be opened later: one pixel of each kind through all of it.
void loadDecoders()
{
    QImage pixel(1, 1, QImage::Format_RGB32);
    pixel.fill(Qt::white);
    pixel.setColorSpace(QColorSpace::DisplayP3);
    for (const char* format : {"png", "jpeg"}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (buffer.open(QIODevice::WriteOnly) && pixel.save(&buffer, format) && !decodeHere(bytes))
            log::warning(imagingLog(), "decode worker cannot decode", {{"bytes", bytes.size()}});
    }
}

Result<QImage> decodeGuarded(const QByteArray& bytes)
{
    try {
        return decodeHere(bytes);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::TooLarge, u"picture: decoding needs too much memory"_s};
    }
}

} // namespace

Result<QImage> decodeHere(const QByteArray& bytes)
{
    constexpr int kAllocationMiB = 512; // the largest picture at 16 bits a channel: 400 MB

    const auto header = readPictureHeader(bytes);
    if (!header)
        return header.error();
    if (header->animated)
        return Error{ErrorCode::Unreadable, u"picture: animated, only still pictures are taken"_s};

    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"picture: buffer not opened"_s};
    const bool isJpeg = header->mediaType == "image/jpeg"_L1;
    QImageReader::setAllocationLimit(kAllocationMiB);
    QImageReader reader(&buffer, isJpeg ? "jpeg" : "png");
    reader.setAutoDetectImageFormat(false); // what it is was decided above, by content
    reader.setAutoTransform(false);         // and so was the orientation
    complaints = 0;
    QImage stored;
    if (!reader.read(&stored))
        return Error{ErrorCode::Unreadable, u"picture: "_s + reader.errorString()};
    if (stored.size() != header->size)
        return Error{ErrorCode::Unreadable, u"picture: another size than its header says"_s};
    if (complaints > 0)
        return Error{ErrorCode::Unreadable, u"picture: damaged pixels"_s};

    // Telephones store Display P3; everything after this takes numbers for sRGB's.
    if (stored.colorSpace().isValid() && stored.colorSpace() != QColorSpace(QColorSpace::SRgb))
        stored.convertToColorSpace(QColorSpace::SRgb);
    stored.setColorSpace({});

    QImage upright = onWhite(stored);
    stored = {};
    if (header->orientation != 1)
        upright = upright.transformed(uprightTransform(header->orientation))
                      .convertToFormat(QImage::Format_RGB32);
    if (upright.size() != header->uprightSize())
        return Error{ErrorCode::TooLarge, u"picture: decoding needs too much memory"_s};
    return upright;
}

int runDecodeWorker()
{
    constexpr int kFailed = 70; // EX_SOFTWARE

    worker_limits::closeInherited(); // before anything of this process opens a file

    // Qt looks for its image plug-ins beside the program, which only an application knows.
    static std::array<char, 7> name{"worker"};
    static std::array<char*, 2> arguments{name.data(), nullptr};
    static int argumentCount = 1;
    std::optional<QCoreApplication> application;
    if (QCoreApplication::instance() == nullptr)
        application.emplace(argumentCount, arguments.data());

    if (const auto limited = worker_limits::apply(); !limited) {
        log::warning(imagingLog(), "decode worker without limits, not started",
                     {{"code", limited.error().code}});
        return kFailed;
    }
    loadDecoders();
    if (const auto closed = worker_sandbox::enter(); !closed) {
        log::warning(imagingLog(), "decode worker without sandbox, not started",
                     {{"code", closed.error().code}});
        return kFailed;
    }
    QThreadPool::globalInstance()->setMaxThreadCount(2); // Qt converts large images in parallel
    qInstallMessageHandler(countComplaints);             // nobody reads what a worker says
    if (!writeOutput(worker_protocol::kHello.data(), worker_protocol::kHello.size()) ||
        std::fflush(stdout) != 0)
        return kFailed;

    while (true) {
        const QByteArray head = readInput(worker_protocol::kRequestHead);
        if (head.isEmpty())
            return 0; // the program closed its end
        const auto length = worker_protocol::parseRequestHead(head);
        if (!length || !worker_limits::renewProcessorTime())
            return kFailed;
        const QByteArray bytes = readInput(*length);
        if (bytes.size() != *length || !answer(decodeGuarded(bytes)))
            return kFailed;
    }
}

} // namespace handshake
