// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/invented_business.h"
#include "app/demo/paper_evaluation/sheet_pen.h"

#include <QPointF>
#include <QRectF>
#include <QString>

namespace handshake::papereval {

/// What one registering office's licences have in common.
struct LicencePrint {
    TextLook label;
    TextLook value;
    Face latin = Face::ZenHei; ///< of the credit code
    QColor frame;
    QColor tint;
};

[[nodiscard]] LicencePrint licencePrint(Random& random);

/// The paper, its tint and its ornamental frame.
void paintLicenceGround(SheetPen& pen, const QRectF& paper, const LicencePrint& print);

/// Rows under each other, labels spread to the width of five characters.
struct LicenceColumn {
    QPointF at;           ///< baseline of the next row's label, mm
    double valueLeft = 0; ///< mm
    double width = 20;    ///< of the values, em
    double pitch = 6.4;   ///< between the lines of a row, mm
    double gap = 11.2;    ///< from row to row, mm

    void row(SheetPen& pen, const LicencePrint& look, const QString& key, const QString& label,
             const QString& value);
    void date(SheetPen& pen, const LicencePrint& look, const QString& key, const QString& label,
              QDate value);
    void term(SheetPen& pen, const LicencePrint& look, const QString& label,
              const InventedBusiness& business);

private:
    void put(SheetPen& pen, const LicencePrint& look, const QString& key, const QString& label,
             const QString& printed, const QString& text);
};

} // namespace handshake::papereval
