// SPDX-License-Identifier: Apache-2.0
#include "app/demo/form_signing.h"

#include "app/demo/seeded_p.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>
#include <QPdfDocument>
#include <QPdfSelection>

#include <algorithm>
#include <numbers>

namespace handshake {

using namespace Qt::StringLiterals;

namespace {

constexpr double kResolution = 200;
constexpr double kPointsPerInch = 72;
constexpr double kSealMm = 40; ///< of a company's seal
constexpr double kLargestPage = 3000;
const QColor kInk(28, 44, 140, 225);
const QColor kSealRed(205, 32, 38, 190);

double pixels(double mm)
{
    return mm * kResolution / 25.4;
}

/// A hand's quick loops from left to right, different for every seed.
QPainterPath scrawl(std::uint32_t seed, const QRectF& where)
{
    Seeded random(seed, 7);
    QPainterPath path(QPointF(where.left(), where.center().y()));
    constexpr int kStrokes = 9;
    for (int i = 1; i <= kStrokes; ++i) {
        const double x = where.left() + where.width() * i / kStrokes;
        const double swing = where.height() * random.between(0.25, 0.5) * (i % 2 == 0 ? 1 : -1);
        const QPointF end(x + random.between(-8, 8), where.center().y() + swing);
        path.cubicTo(path.currentPosition() + QPointF(random.between(5, 40), swing * 1.6),
                     end + QPointF(random.between(-45, 10), -swing * random.between(0.2, 1.4)),
                     end);
    }
    return path;
}

void drawSignature(QPainter& painter, std::uint32_t seed, const QRectF& where)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kInk, pixels(0.45), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(scrawl(seed, where));
}

QPolygonF star(double radius)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const double length = i % 2 == 0 ? radius : radius * 0.382;
        points.append(QPointF(std::cos(angle) * length, std::sin(angle) * length));
    }
    return points;
}

/// A ring with a star and the word for "specimen": nobody's seal.
void drawSeal(QPainter& painter, const QPointF& centre, double degrees)
{
    const double radius = pixels(kSealMm / 2);
    painter.save();
    painter.translate(centre);
    painter.rotate(degrees);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kSealRed, pixels(1.1)));
    painter.drawEllipse(QPointF(0, 0), radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kSealRed);
    painter.drawPolygon(star(radius * 0.32));
    QFont font(u"Noto Serif CJK SC"_s);
    font.setBold(true);
    font.setPixelSize(qRound(radius * 0.34));
    painter.setFont(font);
    painter.setPen(kSealRed);
    const QRectF below(-radius, radius * 0.36, 2 * radius, radius * 0.45);
    painter.drawText(below, Qt::AlignCenter, u"样本"_s);
    // Around the ring, as on every seal.
    const QString around = u"样本样本样本样本"_s;
    for (qsizetype i = 0; i < around.size(); ++i) {
        painter.save();
        painter.rotate(-105 + 30.0 * static_cast<double>(i));
        painter.drawText(QRectF(-radius * 0.2, -radius * 0.94, radius * 0.4, radius * 0.4),
                         Qt::AlignCenter, around.mid(i, 1));
        painter.restore();
    }
    painter.restore();
}

/// What a flat-bed scanner makes of paper: a shade darker than white, a little grain.
QImage scanned(const QImage& page)
{
    QImage out(page.size(), QImage::Format_RGB32);
    const QColor lid(236, 236, 234);
    out.fill(lid);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(out.rect().center());
    painter.rotate(0.35);
    painter.scale(0.955, 0.955); // all four borders stay in view, with ground around them
    painter.drawImage(-page.rect().center(), page);
    painter.end();
    Seeded random(1, 11);
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        for (int x = 0; x < out.width(); ++x) {
            const int grain = random.below(7) - 3;
            const auto shade = [&](int value, int paper) {
                return std::clamp(value * paper / 255 + grain, 0, 255);
            };
            line[x] = qRgb(shade(qRed(line[x]), 250), shade(qGreen(line[x]), 249),
                           shade(qBlue(line[x]), 244));
        }
    }
    const int dots = qRound(kResolution / 0.0254);
    out.setDotsPerMeterX(dots);
    out.setDotsPerMeterY(dots);
    return out;
}

Result<QImage> rendered(QPdfDocument& document, int page)
{
    const QSizeF size = document.pagePointSize(page) * (kResolution / kPointsPerInch);
    if (size.isEmpty() || size.width() > kLargestPage || size.height() > kLargestPage)
        return Error{ErrorCode::TooLarge, u"the form's page is no sheet of paper"_s};
    const QImage print = document.render(page, size.toSize());
    if (print.isNull())
        return Error{ErrorCode::Unreadable, u"the form's page cannot be drawn"_s};
    QImage sheet(print.size(), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter(&sheet).drawImage(0, 0, print);
    return sheet;
}

} // namespace

Result<QImage> signForm(const QByteArray& pdf, int page)
{
    QBuffer buffer;
    buffer.setData(pdf);
    if (!buffer.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"no memory for the form"_s};
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready)
        return Error{ErrorCode::Unreadable, u"not a PDF"_s};
    if (page < 0 || page >= document.pageCount())
        return Error{ErrorCode::NotFound, u"the form has no such page"_s};
    Result<QImage> sheet = rendered(document, page);
    if (!sheet)
        return sheet;

    // Shares of the page where our templates have the two signatures and seals.
    const double width = sheet->width();
    const double height = sheet->height();
    const auto at = [&](double x, double y) { return QPointF(width * x, height * y); };
    const bool isIndividual = document.getAllText(page).text().contains(u"个人无须盖章"_s);
    QPainter painter(&*sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    drawSignature(painter, 21, QRectF(at(0.20, 0.722), at(0.42, 0.754)));
    drawSignature(painter, 22, QRectF(at(0.63, 0.712), at(0.85, 0.744)));
    drawSeal(painter, at(0.30, 0.818), -6);
    if (!isIndividual)
        drawSeal(painter, at(0.71, 0.812), 4);
    painter.end();
    return scanned(*sheet);
}

} // namespace handshake
