// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/pdf_worker.h"

#include "app/imaging/pdf_protocol.h"
#include "app/imaging/picture_header.h"
#include "app/imaging/worker_limits.h"
#include "app/imaging/worker_sandbox.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <new>
#include <optional>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPointsPerInch = 72;

void ignoreMessages(QtMsgType /*type*/, const QMessageLogContext& /*context*/,
                    const QString& /*message*/)
{
}

Error loadError(const QPdfDocument& document)
{
    const auto why = document.error();
    const bool isLocked = why == QPdfDocument::Error::IncorrectPassword ||
                          why == QPdfDocument::Error::UnsupportedSecurityScheme;
    return {ErrorCode::Unreadable, isLocked ? u"pdf-password"_s : u"pdf-damaged"_s};
}

/// The resolution at which the page keeps to the limits of pictures, at most the one wanted: pages
/// that a telephone made are a hundred inches wide.
double fittingDpi(QSizeF points, int wanted)
{
    const double pixelsAtOne = points.width() * points.height() / (kPointsPerInch * kPointsPerInch);
    const double longSide = std::max(points.width(), points.height()) / kPointsPerInch;
    return std::min({double(wanted), std::sqrt(double(PictureLimits::kMaxPixels) / pixelsAtOne),
                     PictureLimits::kMaxSide / longSide});
}

Result<QImage> drawn(QPdfDocument& document, const PdfPageRequest& request)
{
    constexpr double kInch = 0.0254;
    constexpr double kLongest = 15'000; // points; a little over what the format permits

    const QSizeF points = document.pagePointSize(request.page);
    if (points.width() < 1 || points.height() < 1 || points.width() > kLongest ||
        points.height() > kLongest)
        return Error{ErrorCode::Unreadable, u"pdf-damaged"_s};
    const double dpi = fittingDpi(points, request.dpi);
    const QSize size(int(points.width() / kPointsPerInch * dpi),
                     int(points.height() / kPointsPerInch * dpi));
    if (size.isEmpty())
        return Error{ErrorCode::Unreadable, u"pdf-damaged"_s};
    const QImage print = document.render(request.page, size);
    if (print.size() != size)
        return Error{ErrorCode::Unreadable, u"pdf-damaged"_s};
    QImage sheet(size, QImage::Format_RGB32);
    if (sheet.isNull())
        return Error{ErrorCode::TooLarge, u"pdf: no memory for the page"_s};
    sheet.fill(Qt::white);
    QPainter(&sheet).drawImage(0, 0, print);
    sheet.setDotsPerMeterX(int(std::lround(dpi / kInch)));
    sheet.setDotsPerMeterY(sheet.dotsPerMeterX());
    return sheet;
}

QByteArray readInput(qsizetype length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    bytes.truncate(qsizetype(std::fread(bytes.data(), 1, static_cast<std::size_t>(length), stdin)));
    return bytes;
}

bool writeOutput(const void* bytes, qsizetype length)
{
    const auto size = static_cast<std::size_t>(length);
    return std::fwrite(bytes, 1, size, stdout) == size && std::fflush(stdout) == 0;
}

bool answer(const Result<PdfPage>& page)
{
    const QByteArray head =
        page ? pdf_protocol::pageReplyHead(*page) : pdf_protocol::refusal(page.error());
    // Rows of four-byte pixels have no padding.
    return writeOutput(head.constData(), head.size()) &&
           (!page || writeOutput(page->image.constBits(), page->image.sizeInBytes()));
}

Result<PdfPage> decodeGuarded(const QByteArray& bytes, const PdfPageRequest& request)
{
    try {
        return decodePdfHere(bytes, request);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::TooLarge, u"pdf: drawing needs too much memory"_s};
    }
}

} // namespace

Result<PdfPage> decodePdfHere(const QByteArray& bytes, const PdfPageRequest& request)
{
    if (!isPdf(bytes))
        return Error{ErrorCode::Unreadable, u"pdf-damaged"_s};
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"pdf: buffer not opened"_s};
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready)
        return loadError(document);
    const int count = document.pageCount();
    if (count < 1)
        return Error{ErrorCode::Unreadable, u"pdf-damaged"_s};
    if (count > PdfLimits::kMaxPages)
        return Error{ErrorCode::TooLarge, u"pdf: more pages than permitted"_s};
    if (request.page < 0 || request.page >= count)
        return Error{ErrorCode::NotFound, u"pdf: no such page"_s};
    auto image = drawn(document, request);
    if (!image)
        return image.error();
    return PdfPage{*std::move(image), count};
}

int runPdfWorker()
{
    constexpr int kFailed = 70; // EX_SOFTWARE

    worker_limits::closeInherited();
    static std::array<char, 7> name{"worker"};
    static std::array<char*, 2> arguments{name.data(), nullptr};
    static int argumentCount = 1;
    std::optional<QCoreApplication> application;
    if (QCoreApplication::instance() == nullptr)
        application.emplace(argumentCount, arguments.data());
    // Fonts that a PDF names but does not hold are looked for while it is drawn.
    if (!worker_limits::apply() || !worker_sandbox::enter(worker_sandbox::Files::ReadOnly))
        return kFailed;
    qInstallMessageHandler(ignoreMessages); // nobody reads what a worker says
    if (!writeOutput(pdf_protocol::kHello.data(), pdf_protocol::kHello.size()))
        return kFailed;
    const auto request = pdf_protocol::parseRequestHead(readInput(pdf_protocol::kHead));
    if (!request)
        return kFailed;
    const QByteArray bytes = readInput(request->length);
    if (bytes.size() != request->length || !answer(decodeGuarded(bytes, request->page)))
        return kFailed;
    return 0;
}

} // namespace handshake
