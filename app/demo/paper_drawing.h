// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace handshake {

/// In which faces and how finely a specimen paper is drawn.
struct PaperStyle {
    QString textFamily = QStringLiteral("Noto Sans CJK SC");
    QString numberFamily = QStringLiteral("DejaVu Sans"); ///< stands in for the card's OCR-B
    double dotsPerMm = 16;
};

/// How one piece of text stands on a paper; lengths in millimetres.
struct PaperText {
    double height = 3.4; ///< of the em square
    double advance = 0;  ///< from one character to the next; 0: as the face has it
    QColor colour = Qt::black;
    bool bold = false;
    bool number = false;  ///< in the number's face
    bool centred = false; ///< around `at` instead of starting there
};

/// A paper of a given size in millimetres that is drawn on; every specimen starts here.
/// Needs a QGuiApplication, because of the faces.
class PaperDrawing final
{
public:
    /// `cornerRadius` in mm; what lies outside of the corners stays transparent.
    PaperDrawing(QSizeF sizeMm, double cornerRadius, const PaperStyle& style);
    ~PaperDrawing();
    Q_DISABLE_COPY_MOVE(PaperDrawing)

    /// `at` is the left end (or the centre) of the line's middle.
    void text(const QString& text, QPointF at, const PaperText& look = {});
    /// As text(), the line running clockwise along a circle's upper part, centred on its top.
    void arcText(const QString& text, QPointF centre, double radius, double spanDegrees,
                 const PaperText& look);
    /// Breaks `text` after every `perLine` characters; lines `step` apart.
    void lines(const QString& text, QPointF at, int perLine, double step,
               const PaperText& look = {});
    /// Fine waves across `area`, as printed against copying.
    void waves(const QRectF& area, const QColor& colour, double step, double amplitude);
    /// A plain geometric emblem: rings, rays and five dots; like no state's.
    void emblem(QPointF centre, double radius, const QColor& colour);
    /// 样本 SPECIMEN, around `centre`.
    void specimenMark(QPointF centre, double height);
    void picture(const QImage& picture, const QRectF& area);
    void qrCode(const QString& text, const QRectF& area);
    void fill(const QRectF& area, const QBrush& brush);
    void frame(const QRectF& area, const QColor& colour, double width);
    void ring(QPointF centre, double radius, const QColor& colour, double width);
    void star(QPointF centre, double radius, const QColor& colour);

    /// Ends the drawing: Format_ARGB32_Premultiplied.
    [[nodiscard]] QImage finish();

private:
    [[nodiscard]] QPainterPath path(const QString& text, const PaperText& look) const;

    QSizeF m_size;
    PaperStyle m_style;
    QImage m_image;
    QPainter m_painter;
};

} // namespace handshake
