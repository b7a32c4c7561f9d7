// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/invented_business.h"
#include "app/demo/paper_evaluation/invented_person.h"
#include "app/demo/paper_evaluation/paper_sample.h"
#include "app/demo/paper_evaluation/sheet_pen.h"

#include <QSizeF>

#include <cstdint>
#include <variant>
#include <vector>

class QPainter;

namespace handshake::papereval {

/// A paper, not yet lying anywhere: what it says and how it was printed.
struct Sheet {
    ItemKind kind = ItemKind::IdPortrait;
    std::variant<InventedPerson, InventedBusiness> holder;
    std::uint64_t seed = 0; ///< of its print: faces of type, tints, wear
    double enlarged = 1;    ///< √2 for a licence on A3

    [[nodiscard]] QSizeF size() const; ///< mm
    /// Height of a character of its smallest field, mm.
    [[nodiscard]] double smallestEm() const;
    [[nodiscard]] QString qr() const;
};

/// Paints `sheet` with a painter scaled to millimetres of the sheet, its top left corner at (0, 0);
/// gives where the fields are. The same sheet always looks the same.
std::vector<PrintedField> paintSheet(QPainter& painter, const Sheet& sheet);

// The single papers, for paintSheet().
void paintIdPortrait(SheetPen& pen, const InventedPerson& person);
void paintIdEmblem(SheetPen& pen, const InventedPerson& person);
void paintLicence2019(SheetPen& pen, const InventedBusiness& business, bool isOriginal);
void paintLicence2014(SheetPen& pen, const InventedBusiness& business);

inline constexpr QSizeF kIdSize{85.6, 54.0};
inline constexpr double kIdCornerRadius = 3.18;

} // namespace handshake::papereval
