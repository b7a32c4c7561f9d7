// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_drawing.h"

#include <QFont>
#include <QFontMetricsF>
#include <QList>
#include <QPen>
#include <QTransform>

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace handshake {

namespace {

constexpr int kPathPixels = 200; // glyphs are taken this large and scaled: no hinting, exact size

QPointF onCircle(QPointF centre, double radius, double radians)
{
    return centre + QPointF(radius * std::cos(radians), radius * std::sin(radians));
}

} // namespace

PaperDrawing::PaperDrawing(QSizeF sizeMm, double cornerRadius, const PaperStyle& style)
    : m_size(sizeMm)
    , m_style(style)
    , m_image((sizeMm * style.dotsPerMm).toSize(), QImage::Format_ARGB32_Premultiplied)
{
    m_image.fill(Qt::transparent);
    m_painter.begin(&m_image);
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    m_painter.scale(style.dotsPerMm, style.dotsPerMm);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(QPointF(0, 0), sizeMm), cornerRadius, cornerRadius);
    m_painter.fillPath(outline, Qt::white);
    // Everything drawn later keeps the outline's edge, also where a background fills the paper.
    m_painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
}

PaperDrawing::~PaperDrawing() = default;

QPainterPath PaperDrawing::path(const QString& text, const PaperText& look) const
{
    QFont font(look.number ? m_style.numberFamily : m_style.textFamily);
    font.setPixelSize(kPathPixels);
    font.setBold(look.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    const double scale = look.height / kPathPixels;
    const QFontMetricsF metrics(font);
    QPainterPath glyphs;
    double x = 0;
    for (const char32_t c : text.toUcs4()) {
        const QString one = QString::fromUcs4(&c, 1);
        const double natural = metrics.horizontalAdvance(one);
        const double advance = look.advance > 0 ? look.advance / scale : natural;
        glyphs.addText(x + ((advance - natural) / 2), metrics.capHeight() / 2, font, one);
        x += advance;
    }
    const double shift = look.centred ? -x / 2 : 0;
    return QTransform::fromScale(scale, scale).map(glyphs.translated(shift, 0));
}

void PaperDrawing::text(const QString& text, QPointF at, const PaperText& look)
{
    m_painter.fillPath(path(text, look).translated(at), look.colour);
}

void PaperDrawing::arcText(const QString& text, QPointF centre, double radius, double spanDegrees,
                           const PaperText& look)
{
    const auto characters = text.toUcs4();
    if (characters.isEmpty())
        return;
    PaperText single = look;
    single.centred = true;
    const double step =
        characters.size() > 1 ? spanDegrees / static_cast<double>(characters.size() - 1) : 0;
    double degrees = characters.size() > 1 ? -spanDegrees / 2 : 0;
    for (const char32_t c : characters) {
        QTransform place;
        place.translate(centre.x(), centre.y());
        place.rotate(degrees);
        place.translate(0, -radius);
        m_painter.fillPath(place.map(path(QString::fromUcs4(&c, 1), single)), look.colour);
        degrees += step;
    }
}

void PaperDrawing::lines(const QString& text, QPointF at, int perLine, double step,
                         const PaperText& look)
{
    for (qsizetype from = 0; from < text.size(); from += perLine) {
        this->text(text.mid(from, perLine), at, look);
        at.ry() += step;
    }
}

void PaperDrawing::waves(const QRectF& area, const QColor& colour, double step, double amplitude)
{
    m_painter.save();
    m_painter.setClipRect(area);
    m_painter.setPen(QPen(colour, 0.12));
    constexpr double kStride = 0.5; // millimetres
    const int rows = static_cast<int>(std::ceil((area.height() / step) + 1));
    const int points = static_cast<int>(area.width() / kStride) + 1;
    for (int row = 0; row < rows; ++row) {
        const double y = area.top() + (row * step);
        QPainterPath wave(QPointF(area.left(), y));
        for (int point = 0; point < points; ++point) {
            const double x = area.left() + (point * kStride);
            wave.lineTo(x, y + (amplitude * std::sin((x * 0.55) + (row * 0.7))));
        }
        m_painter.drawPath(wave);
    }
    m_painter.restore();
}

void PaperDrawing::emblem(QPointF centre, double radius, const QColor& colour)
{
    ring(centre, radius, colour, radius * 0.08);
    ring(centre, radius * 0.84, colour, radius * 0.03);
    m_painter.setPen(QPen(colour, radius * 0.05));
    constexpr int kRays = 24;
    for (int ray = 0; ray < kRays; ++ray) {
        const double angle = 2 * std::numbers::pi * ray / kRays;
        m_painter.drawLine(onCircle(centre, radius * 0.62, angle),
                           onCircle(centre, radius * 0.78, angle));
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    constexpr int kDots = 5;
    for (int dot = 0; dot < kDots; ++dot) {
        const double angle = (2 * std::numbers::pi * dot / kDots) - (std::numbers::pi / 2);
        m_painter.drawEllipse(onCircle(centre, radius * 0.38, angle), radius * 0.1, radius * 0.1);
    }
    m_painter.drawRect(QRectF(centre.x() - (radius * 0.16), centre.y() - (radius * 0.16),
                              radius * 0.32, radius * 0.32));
}

void PaperDrawing::specimenMark(QPointF centre, double height)
{
    PaperText look;
    look.height = height;
    look.colour = QColor(200, 40, 40, 200);
    look.centred = true;
    text(u"样本 SPECIMEN"_s, centre, look);
}

void PaperDrawing::picture(const QImage& picture, const QRectF& area)
{
    if (picture.isNull())
        return;
    const QImage scaled = picture.scaled((area.size() * m_style.dotsPerMm).toSize(),
                                         Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const QSizeF size = QSizeF(scaled.size()) / m_style.dotsPerMm;
    QRectF target(QPointF(0, 0), size);
    target.moveCenter(area.center());
    target.moveBottom(area.bottom());
    m_painter.drawImage(target, scaled);
}

void PaperDrawing::qrCode(const QString& text, const QRectF& area)
{
    ZXing::BitMatrix modules;
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEncoding(ZXing::CharacterSet::UTF8);
        writer.setMargin(0);
        modules = writer.encode(text.toStdString(), 0, 0);
    } catch (const std::exception&) {
        return; // more text than a code holds: the specimen has none, which is what can be seen
    }
    const double side = area.width() / modules.width();
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x) {
            if (modules.get(x, y))
                m_painter.fillRect(
                    QRectF(area.left() + (x * side), area.top() + (y * side), side, side),
                    Qt::black);
        }
    }
    m_painter.restore();
}

void PaperDrawing::fill(const QRectF& area, const QBrush& brush)
{
    m_painter.fillRect(area, brush);
}

void PaperDrawing::frame(const QRectF& area, const QColor& colour, double width)
{
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    m_painter.drawRect(area);
}

void PaperDrawing::ring(QPointF centre, double radius, const QColor& colour, double width)
{
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(colour, width));
    m_painter.drawEllipse(centre, radius, radius);
}

void PaperDrawing::star(QPointF centre, double radius, const QColor& colour)
{
    constexpr int kPoints = 5;
    constexpr double kInner = 0.382;
    QPainterPath star;
    for (int corner = 0; corner < 2 * kPoints; ++corner) {
        const double angle = (std::numbers::pi * corner / kPoints) - (std::numbers::pi / 2);
        const QPointF at = onCircle(centre, corner % 2 == 0 ? radius : radius * kInner, angle);
        if (corner == 0)
            star.moveTo(at);
        else
            star.lineTo(at);
    }
    star.closeSubpath();
    m_painter.fillPath(star, colour);
}

QImage PaperDrawing::finish()
{
    m_painter.end();
    return m_image;
}

} // namespace handshake
