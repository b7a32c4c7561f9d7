// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/reading/layout_fit_p.h"
#include "app/reading/paper_layout.h"
#include "app/reading/sheet_print_p.h"

#include <vector>

namespace handshake {

/// The lines on which a field's value stands, from the top; at most as many as the layout says.
/// A value begins behind (or below) its label where that was seen, else where the fit says; further
/// lines begin under the first one and end above the next label.
[[nodiscard]] std::vector<LinePlace> fieldLines(const FieldLayout& field, const PaperLayout& layout,
                                                const LayoutFit& fit, const SheetPrint& print);

} // namespace handshake
