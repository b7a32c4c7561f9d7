// SPDX-License-Identifier: Apache-2.0
#include "app/dossier/verification_form.h"

#include "app/dossier/form_template.h"
#include "app/dossier/form_values.h"
#include "app/session/form_code.h"
#include "app/session/session_types.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <cmath>
#include <exception>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr int kResolution = 600;
constexpr double kSideMm = 18;
constexpr double kTopMm = 13;
constexpr double kBottomMm = 9;
constexpr double kCodeMm = 17; ///< 0.5 mm a module: read from a 150 dpi scan
constexpr double kFooterMm = 20;
constexpr double kBodyPoints = 10;
constexpr double kSmallestBodyPoints = 8;
constexpr int kMaxPages = 4;

int pixels(double mm)
{
    return qRound(mm * kResolution / 25.4);
}

/// A tick box drawn large, so that it is sharp on paper and needs no font to have the sign.
QImage boxImage(bool isTicked)
{
    constexpr int kSide = 128;
    QImage image(kSide, kSide, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(10, 10, kSide - 20, kSide - 20));
    if (isTicked) {
        painter.setPen(QPen(Qt::black, 15, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({{28, 66}, {54, 96}, {102, 32}}));
    }
    return image;
}

/// Drawn as rectangles, not as a picture: exact at any resolution.
Result<void> drawCode(QPainter& painter, const QRectF& where, const QString& text)
{
    try {
        const ZXing::BitMatrix code = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                          .setEccLevel(4)
                                          .setMargin(0)
                                          .encode(text.toStdString(), 0, 0);
        const double side = where.width() / code.width();
        painter.save();
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        for (int y = 0; y < code.height(); ++y) {
            for (int x = 0; x < code.width(); ++x) {
                if (code.get(x, y)) // a hair wider than a module: no white seams
                    painter.drawRect(QRectF(where.left() + x * side, where.top() + y * side,
                                            side * 1.01, side * 1.01));
            }
        }
        painter.restore();
    } catch (const std::exception&) {
        return Error{ErrorCode::Internal, u"the form's code cannot be made"_s};
    }
    return {};
}

/// Laid out for the page at a given text size; pages are as high as the page's body.
void layOut(QTextDocument& document, QPdfWriter& writer, const QString& html, const QString& family,
            double points)
{
    QFont font(family);
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(points);
    document.setDefaultFont(font);
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    for (const bool isTicked : {true, false})
        document.addResource(QTextDocument::ImageResource,
                             QUrl(isTicked ? u"box:on"_s : u"box:off"_s), boxImage(isTicked));
    QString sized = html;
    sized.replace(
        u"<img src=\"box:"_s,
        u"<img style=\"vertical-align:middle\" width=\"%1\" height=\"%1\" src=\"box:"_s.arg(
            qRound(points * 1.25)));
    document.setHtml(sized);
    document.setPageSize(QSizeF(writer.width(), writer.height() - pixels(kFooterMm)));
}

struct PageNumber {
    int page = 1;
    int pages = 1;
};

Result<void> drawFooter(QPainter& painter, const QPdfWriter& writer, const FormCode& code,
                        PageNumber number, const FormTemplate& form)
{
    const double side = pixels(kCodeMm);
    const double top = writer.height() - side;
    Result<void> drawn =
        drawCode(painter, QRectF(writer.width() - side, top, side, side), code.text());
    if (!drawn)
        return drawn;
    QFont font(form.fontFamily());
    font.setPointSizeF(7.5);
    painter.setFont(font);
    painter.setPen(QPen(QColor(60, 60, 60), pixels(0.1)));
    painter.drawLine(QPointF(0, top), QPointF(writer.width() - side - pixels(4), top));
    painter.setPen(Qt::black);
    const QString text =
        u"核验会话：%1　　数据版本：%2　　网站序号：%3　　第 %4 页，共 %5 页\n"
        "表单版式：%6　　扫描码：%7\n"
        "填写说明：用蓝色或黑色墨水签字，不得涂改；平放彩色扫描，四边框线、标题及红色印章须清晰可见。"_s
            .arg(code.session.text())
            .arg(code.dataRevision)
            .arg(code.site.value())
            .arg(number.page)
            .arg(number.pages)
            .arg(form.id(), code.text());
    painter.drawText(QRectF(0, top + pixels(1.5), writer.width() - side - pixels(4), side),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    return {};
}

Result<void> drawPages(QPainter& painter, QPdfWriter& writer, QTextDocument& document,
                       FormCode code, const FormTemplate& form)
{
    const int pages = document.pageCount();
    const QSizeF body = document.pageSize();
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !writer.newPage())
            return Error{ErrorCode::Internal, u"the form's page cannot be begun"_s};
        painter.save();
        painter.translate(0, -page * body.height());
        const QRectF part(0, page * body.height(), body.width(), body.height());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette.setColor(QPalette::Text, Qt::black);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        code.page = page + 1;
        Result<void> drawn = drawFooter(painter, writer, code, {page + 1, pages}, form);
        if (!drawn)
            return drawn;
    }
    return {};
}

Result<QByteArray> printed(const FormTemplate& form, const QString& html, const FormCode& code)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Internal, u"no memory for the form"_s};
    QPdfWriter writer(&buffer);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kSideMm, kTopMm, kSideMm, kBottomMm), QPageLayout::Millimeter);
    writer.setTitle(form.title());
    writer.setCreator(u"Handshake Desk"_s);

    // One page whenever that can be: first the text shrinks, only then a second page begins.
    QTextDocument document;
    constexpr double kStep = 0.5;
    constexpr int kSteps = static_cast<int>((kBodyPoints - kSmallestBodyPoints) / kStep);
    for (int step = 0; step <= kSteps; ++step) {
        layOut(document, writer, html, form.fontFamily(), kBodyPoints - (step * kStep));
        if (document.pageCount() == 1)
            break;
    }
    if (document.pageCount() > kMaxPages)
        return Error{ErrorCode::TooLarge, u"the form has more pages than can be"_s};
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorCode::Internal, u"the form cannot be drawn"_s};
    const Result<void> drawn = drawPages(painter, writer, document, code, form);
    if (!drawn)
        return drawn.error();
    if (!painter.end())
        return Error{ErrorCode::Internal, u"the form cannot be finished"_s};
    return buffer.data();
}

} // namespace

Result<QByteArray> makeVerificationForm(const Session& session, WebsiteId siteId,
                                        const FormContext& context)
{
    const Website* site = session.filing.website(siteId);
    if (!site)
        return Error{ErrorCode::NotFound, u"no such website in this filing"_s,
                     u"site:%1"_s.arg(siteId.value())};
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return Error{ErrorCode::Internal, u"a form needs fonts, fonts need a QGuiApplication"_s};
    const Result<FormTemplate> form =
        FormTemplate::load(context.templatesFolder, session.filing.province);
    if (!form)
        return form.error();
    if (!QFontDatabase::hasFamily(form->fontFamily()))
        return Error{ErrorCode::Configuration, u"the form's font is not installed"_s,
                     form->fontFamily()};
    const Result<QString> html = form->fill(formValues(session, *site, context));
    if (!html)
        return html.error();
    return printed(*form, *html, {session.id, session.dataRevision, siteId, 1});
}

} // namespace handshake
