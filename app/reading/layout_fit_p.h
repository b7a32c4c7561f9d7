// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/line_recogniser.h"
#include "app/reading/paper_layout.h"
#include "app/reading/print_line_p.h"
#include "app/reading/sheet_print_p.h"

#include <QRectF>
#include <QString>
#include <QTransform>

#include <map>
#include <optional>
#include <vector>

namespace handshake {

/// A label that was seen on a sheet.
struct LabelSight {
    QString id;
    QRectF box;           ///< mm on the sheet
    double agreement = 0; ///< share of its characters that were read; 0: by its place alone
};

/// How a layout lies on a sheet.
struct LayoutFit {
    QTransform toSheet;                 ///< affine, from the layout's mm to the sheet's
    std::map<QString, QRectF> labels{}; ///< by id, those that were seen, mm on the sheet

    [[nodiscard]] double slope() const { return toSheet.m12() / toSheet.m11(); }
    [[nodiscard]] double scale() const { return toSheet.m22(); }
};

/// Part of a line in which a label was read.
struct LabelMatch {
    double agreement = 0; ///< share of the label's characters found, in order
    double left = 0;      ///< of the first one found; as the recogniser says
    double right = 0;     ///< of the last one found
};

/// Where in `line` the characters of `label` stand, in order.
[[nodiscard]] LabelMatch matchLabel(const QString& label, const OcrLine& line);

/// The affine map that brings the layout's labels to the sights, the identity where they say
/// nothing. Sights far off the others do not count; those among them that were read with a fault
/// are taken out of `sights`.
[[nodiscard]] QTransform fitLabels(const PaperLayout& layout, std::vector<LabelSight>& sights);

/// Finds the layout's labels among the print, reading what stands where they might, and fits the
/// layout to them.
[[nodiscard]] LayoutFit fitLayout(const PaperLayout& layout, const SheetPrint& print,
                                  const LineCutter& cutter, LineRecogniser& recogniser);

} // namespace handshake
