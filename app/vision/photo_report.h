// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/core/check_value.h"

#include <QPolygonF>
#include <QRect>
#include <QString>
#include <QStringView>

#include <vector>

namespace handshake {

/// How long one named part of a photo's check took.
struct StageTime {
    QString name;  ///< "prepare", "faces", "backdrop", "checks"
    double ms = 0; ///< wall time
};

/// What the checks of one photo came to (contract.md: `check photo`). Boxes are in pixels of the
/// picture.
struct PhotoReport {
    std::vector<CheckValue> checks;  ///< every id of the contract, in its order
    QRect face{};                    ///< the person's face; empty when none was found
    std::vector<QRect> textZones{};  ///< where the backdrop's lines of text lie
    QPolygonF backdropOutline{};     ///< TL TR BR BL of the artwork; empty when not found
    double ms = 0;                   ///< how long it took
    std::vector<StageTime> stages{}; ///< the parts of `ms`, in the order they ran

    /// The worst of the checks; `Unknown` never makes it worse than `Warn`.
    [[nodiscard]] CheckResult verdict() const;
    /// The check of this id, nullptr when absent.
    [[nodiscard]] const CheckValue* find(QStringView id) const;
};

} // namespace handshake
