// SPDX-License-Identifier: Apache-2.0
#include "app/demo/paper_evaluation/sheet_pen.h"

#include "app/demo/paper_evaluation/ocr_b_outline.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>

namespace handshake::papereval {

namespace {

constexpr double kFontPixels = 100;

} // namespace

QPainterPath textOutline(const QString& text, const TextLook& look)
{
    const QFont font = outlineFont(faceFor(look.face, text));
    const double scale = look.em / kFontPixels;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (look.advance <= 0) {
        path.addText(0, 0, font, text);
    } else {
        double x = 0;
        for (const QChar character : text) {
            path.addText(x, 0, font, QString(character));
            x += look.advance * kFontPixels;
        }
    }
    QTransform small;
    small.scale(scale, scale);
    return small.map(path);
}

SheetPen::SheetPen(QPainter& painter, Random random)
    : m_painter(painter)
    , m_random(random)
{
}

QRectF SheetPen::fill(const QPainterPath& outline, const QColor& colour)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.fillPath(outline, colour);
    return outline.boundingRect();
}

QRectF SheetPen::line(QPointF at, const QString& text, const TextLook& look)
{
    const QPainterPath outline = textOutline(text, look).translated(at);
    if (look.weight > 0)
        m_painter.strokePath(
            outline, QPen(look.colour, look.weight, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    return fill(outline, look.colour);
}

QRectF SheetPen::centred(QPointF at, const QString& text, const TextLook& look)
{
    const QRectF box = textOutline(text, look).boundingRect();
    return line(at - box.center(), text, look);
}

QRectF SheetPen::number(QPointF at, const QString& text, const TextLook& look)
{
    return fill(ocrBOutline(text, look.em, look.advance * look.em, (0.09 * look.em) + look.weight)
                    .translated(at),
                look.colour);
}

QRectF SheetPen::lines(QPointF at, const QStringList& texts, double pitch, const TextLook& look)
{
    QRectF box;
    for (const QString& text : texts) {
        box = box.united(line(at, text, look));
        at.ry() += pitch;
    }
    return box;
}

void SheetPen::remember(const QString& key, const QString& text, const QStringList& lines,
                        const QRectF& box)
{
    m_fields.push_back({key, text, lines, box});
}

double widthInEm(QStringView text)
{
    double width = 0;
    for (const QChar character : text)
        width += character.unicode() < 0x100 ? 0.55 : 1.0;
    return width;
}

QStringList wrapped(const QString& text, double width)
{
    QStringList lines{QString()};
    for (const QChar character : text) {
        if (widthInEm(lines.last() + character) > width)
            lines.append(QString());
        lines.last() += character;
    }
    return lines;
}

} // namespace handshake::papereval
