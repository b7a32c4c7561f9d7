// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/assessment/interval.h"

#include <QJsonObject>
#include <QString>
#include <QStringView>

#include <optional>
#include <span>
#include <vector>

namespace handshake {

/// A check of `check photo` whose two thresholds can be set from pictures.
struct CalibratedCheck {
    QStringView id;    ///< of the check
    QStringView group; ///< of its thresholds in data/vision/thresholds.json
    QStringView pass;
    QStringView fail;
    bool moreIsBetter = true;
};

/// All that can be calibrated; `backdrop` first.
[[nodiscard]] std::span<const CalibratedCheck> calibratedChecks();

/// What a threshold would have let through: of the pictures a reviewer took, and of those that came
/// back because of this check.
struct CurvePoint {
    double threshold = 0;
    assessment::Share accepted{};
    assessment::Share returned{};
};

struct ProposedLimits {
    double pass = 0; ///< least strict threshold that lets at most kReturnedThrough through
    double fail = 0; ///< strictest that refuses at most kAcceptedRefused
};
inline constexpr double kReturnedThrough = 0.005;
inline constexpr double kAcceptedRefused = 0.005;

/// One check measured on a provider's own pictures.
struct Calibration {
    std::vector<CurvePoint> curve{}; ///< from the least strict threshold to the strictest
    /// Nothing when the pictures are too few to say anything within five of a hundred, either way.
    std::optional<ProposedLimits> proposed{};
    assessment::Interval acceptedKnown{}; ///< what the number of pictures can say at best
    assessment::Interval returnedKnown{};
};

/// `accepted` and `returned` are the values measured; a picture on which nothing was measured is
/// nothing, and passes no threshold.
[[nodiscard]] Calibration calibrate(const CalibratedCheck& check,
                                    const std::vector<std::optional<double>>& accepted,
                                    const std::vector<std::optional<double>>& returned);

/// "check,threshold,accepted,ofAccepted,tar,returned,ofReturned,far" and a line a point.
[[nodiscard]] QString curveAsCsv(QStringView id, const Calibration& calibration);
[[nodiscard]] QString curveHeader();

} // namespace handshake
