// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/fonts.h"
#include "app/demo/paper_evaluation/random.h"

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace handshake::papereval {

/// How a text is set.
struct TextLook {
    Face face = Face::ZenHei;
    double em = 3.2; ///< mm
    QColor colour = Qt::black;
    double advance = 0; ///< from one character to the next, em; 0: as the face says
    double weight = 0;  ///< outlines grown by, mm: how full the ink ran
};

/// A field as it was printed on the sheet.
struct PrintedField {
    QString key;
    QString text; ///< as it should be read
    QStringList lines;
    QRectF box; ///< mm on the sheet, tight around the print
};

/// Prints onto a sheet in millimetres and remembers where the fields went.
class SheetPen final
{
public:
    /// `painter` is scaled to millimetres of the sheet and outlives this object.
    SheetPen(QPainter& painter, Random random);

    [[nodiscard]] QPainter& painter() { return m_painter; }
    [[nodiscard]] Random& random() { return m_random; }

    /// One line, its baseline from `at` on. Gives the box of the ink.
    QRectF line(QPointF at, const QString& text, const TextLook& look);
    /// As line(), centred on `at`.
    QRectF centred(QPointF at, const QString& text, const TextLook& look);
    /// A line of the OCR-B-like face.
    QRectF number(QPointF at, const QString& text, const TextLook& look);
    /// Lines under each other, `pitch` mm apart.
    QRectF lines(QPointF at, const QStringList& texts, double pitch, const TextLook& look);
    /// An outline, its box back.
    QRectF fill(const QPainterPath& outline, const QColor& colour);

    void remember(const QString& key, const QString& text, const QStringList& lines,
                  const QRectF& box);
    [[nodiscard]] const std::vector<PrintedField>& fields() const { return m_fields; }

private:
    QPainter& m_painter;
    Random m_random;
    std::vector<PrintedField> m_fields;
};

/// The outline of a line that begins at (0, 0), mm.
[[nodiscard]] QPainterPath textOutline(const QString& text, const TextLook& look);

/// `text` in lines of at most `width` em, characters of the Latin half of the table counted half.
[[nodiscard]] QStringList wrapped(const QString& text, double width);

/// How wide `text` is, em.
[[nodiscard]] double widthInEm(QStringView text);

} // namespace handshake::papereval
