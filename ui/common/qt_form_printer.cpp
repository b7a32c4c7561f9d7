// SPDX-License-Identifier: Apache-2.0
#include "ui/common/qt_form_printer.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfDocument>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

namespace handshake::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDotsPerInch = 300; // enough for the code on the form, a tenth of 1200's memory

Result<void> printPages(const QByteArray& pdf, QPrinter& printer)
{
    QBuffer buffer;
    buffer.setData(pdf);
    if (!buffer.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"buffer not readable"_s};
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return Error{ErrorCode::Unreadable, u"the form is not a readable PDF"_s};
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageMargins({}, QPageLayout::Millimeter);
    printer.setFullPage(true);
    QPainter painter;
    if (!painter.begin(&printer))
        return Error{ErrorCode::Unavailable, u"the printer does not take the job"_s};
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0 && !printer.newPage())
            return Error{ErrorCode::Unavailable, u"the printer stopped between pages"_s};
        const QSizeF points = document.pagePointSize(page);
        const QSize pixels = (points * kDotsPerInch / 72.0).toSize();
        QImage sheet(pixels, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        const QImage drawn = document.render(page, pixels);
        QPainter(&sheet).drawImage(0, 0, drawn);
        painter.drawImage(QRectF(painter.viewport()), sheet);
    }
    if (!painter.end())
        return Error{ErrorCode::Unavailable, u"the printer did not finish the job"_s};
    return {};
}

} // namespace

QString QtFormPrinter::printerName() const
{
    return QPrinterInfo::defaultPrinter().printerName();
}

Result<void> QtFormPrinter::print(const QByteArray& pdf, const QString& title)
{
    const QPrinterInfo target = QPrinterInfo::defaultPrinter();
    if (target.isNull())
        return Error{ErrorCode::Unavailable, u"no printer is set up"_s, u"printer"_s};
    QPrinter printer(target, QPrinter::HighResolution);
    printer.setDocName(title);
    return printPages(pdf, printer);
}

Result<void> QtFormPrinter::saveAs(const QByteArray& pdf, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size() || !file.commit())
        return Error{ErrorCode::Storage, u"the form could not be written"_s, path};
    return {};
}

Result<void> printToFile(const QByteArray& pdf, const QString& outputFile)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(outputFile);
    return printPages(pdf, printer);
}

} // namespace handshake::ui
