// SPDX-License-Identifier: Apache-2.0
#include "app/imaging/worker_pdf_decoder.h"

#include "app/core/log.h"
#include "app/imaging/pdf_protocol.h"
#include "app/imaging/picture_header.h"
#include "app/imaging/worker_process.h"
#include "app/imaging/worker_protocol.h"

#include <QDeadlineTimer>

#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(imagingLog, "handshake.imaging")

Result<PdfPage> converse(WorkerProcess& worker, const QByteArray& bytes,
                         const PdfPageRequest& request, std::chrono::milliseconds limit)
{
    constexpr double kInch = 0.0254;

    if (const auto started = worker.start(); !started)
        return started.error();
    const QDeadlineTimer deadline(limit);
    if (const auto asked = worker.write(pdf_protocol::requestHead({bytes.size(), request}) + bytes);
        !asked)
        return asked.error();
    const auto headBytes = worker.read(pdf_protocol::kHead, deadline);
    if (!headBytes)
        return headBytes.error();
    const auto head = pdf_protocol::parseReplyHead(*headBytes);
    if (!head)
        return head.error();
    if (head->refused) {
        const auto detail = worker.read(head->length, deadline);
        if (!detail)
            return detail.error();
        return Error{*head->refused, worker_protocol::detailText(*detail)};
    }
    PdfPage page{QImage(head->size, QImage::Format_RGB32), head->pageCount};
    if (page.image.isNull())
        return Error{ErrorCode::TooLarge, u"pdf: no memory for the page"_s};
    if (const auto filled = worker.readInto(page.image.bits(), head->length, deadline); !filled)
        return filled.error();
    page.image.setDotsPerMeterX(int(std::lround(head->dpi / kInch)));
    page.image.setDotsPerMeterY(page.image.dotsPerMeterX());
    return page;
}

} // namespace

WorkerPdfDecoder::WorkerPdfDecoder(QString programPath, Limits limits, QStringList arguments)
    : m_program(std::move(programPath))
    , m_arguments(std::move(arguments))
    , m_limits(limits)
{
}

WorkerPdfDecoder::WorkerPdfDecoder(QString programPath)
    : WorkerPdfDecoder(std::move(programPath), Limits{})
{
}

Result<PdfPage> WorkerPdfDecoder::decode(const QByteArray& bytes, const PdfPageRequest& request)
{
    if (!isPdf(bytes))
        return Error{ErrorCode::Unreadable, u"pdf-damaged"_s};
    if (bytes.size() > PictureLimits::kMaxBytes)
        return Error{ErrorCode::TooLarge, u"pdf: more bytes than permitted"_s};
    if (request.page < 0 || request.page >= PdfLimits::kMaxPages)
        return Error{ErrorCode::NotFound, u"pdf: no such page"_s};
    if (request.dpi < PdfLimits::kMinDpi || request.dpi > PdfLimits::kMaxDpi)
        return Error{ErrorCode::InvalidInput, u"pdf: resolution out of range"_s};
    WorkerProcess worker(
        {m_program, m_arguments, pdf_protocol::kHello.toByteArray(), m_limits.start, {}});
    auto page = converse(worker, bytes, request, m_limits.page);
    if (page)
        return page;
    log::warning(imagingLog(), "pdf page not drawn",
                 {{"code", page.error().code}, {"bytes", bytes.size()}});
    const bool isCrash = page.error().code == ErrorCode::Protocol;
    return isCrash ? Error{ErrorCode::Unreadable, u"pdf-damaged"_s} : page.error();
}

} // namespace handshake
