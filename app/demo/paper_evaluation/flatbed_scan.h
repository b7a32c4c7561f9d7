// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/paper_evaluation/conditions.h"
#include "app/demo/paper_evaluation/ground.h"

#include <QSizeF>

#include <vector>

namespace handshake::papereval {

/// What lies on a scanner's glass and how it is scanned.
struct ScanJob {
    QSizeF window; ///< mm
    double dpi = 300;
    std::vector<Placed> items;
    double seam = 10; ///< levels of 255 by which a paper's edge shadow is darker
    /// Copies lie on a sheet of their own; painted before the items.
    bool onSheet = false;
    double sheetTurn = 0; ///< of that sheet, degrees
};

/// The scan: white lid, faint shadows along the papers' edges, dust, streaks of the sensor.
[[nodiscard]] PaperSample scanned(const ScanJob& job, const ScannerConditions& conditions,
                                  Random random);

} // namespace handshake::papereval
