// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/print_line_p.h"

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include <optional>
#include <vector>

namespace handshake {

/// All print on a sheet, as pieces that stand together in one row (a word, a label, a value), seen
/// at a scale where finding is cheap. Places in millimetres on the paper as its corners say.
class SheetPrint final
{
public:
    /// `picture` is RGB32; `em` the height of a character, mm. With `anyInk` coloured print counts.
    SheetPrint(const QImage& picture, const QTransform& toPicture, QSizeF size, double em,
               bool anyInk);
    /// Of pieces found already.
    explicit SheetPrint(std::vector<QRectF> pieces);

    /// From left to right.
    [[nodiscard]] const std::vector<QRectF>& pieces() const { return m_pieces; }

    /// The pieces that continue a row to the right from `from`, as far as `right`; a gap wider than
    /// `maxGap` ends it.
    [[nodiscard]] std::vector<QRectF> row(QPointF from, double slope, double em, double right,
                                          double maxGap) const;

private:
    std::vector<QRectF> m_pieces;
};

/// The line through a row's pieces; nothing for an empty row. `slope` is taken where the row is too
/// short to show its own.
[[nodiscard]] std::optional<LinePlace> placeOf(const std::vector<QRectF>& row, double slope,
                                               double em);

} // namespace handshake
