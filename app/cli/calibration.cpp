// SPDX-License-Identifier: Apache-2.0
#include "app/cli/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace handshake {

using namespace Qt::StringLiterals;
using assessment::Share;
using assessment::wilson;

namespace {

constexpr std::array kChecks{
    CalibratedCheck{u"backdrop", u"backdrop", u"pass", u"fail", true},
    CalibratedCheck{u"coverage", u"coverage", u"pass", u"fail", true},
    CalibratedCheck{u"artworkVisible", u"artworkVisible", u"pass", u"fail", true},
    CalibratedCheck{u"sharp", u"sharp", u"pass", u"fail", true},
    CalibratedCheck{u"frontal", u"frontal", u"pass", u"fail", false},
    CalibratedCheck{u"upright", u"upright", u"pass", u"fail", false}};

/// How far the interval of a perfect result may still reach.
constexpr double kDoubt = 0.05;

Share through(const CalibratedCheck& check, const std::vector<std::optional<double>>& values,
              double threshold)
{
    Share share;
    for (const auto& value : values)
        share.count(value && (check.moreIsBetter ? *value >= threshold : *value <= threshold));
    return share;
}

double rate(const Share& share)
{
    return share.of > 0 ? double(share.hits) / share.of : 0;
}

} // namespace

std::span<const CalibratedCheck> calibratedChecks()
{
    return kChecks;
}

Calibration calibrate(const CalibratedCheck& check,
                      const std::vector<std::optional<double>>& accepted,
                      const std::vector<std::optional<double>>& returned)
{
    std::vector<double> thresholds;
    for (const auto* values : {&accepted, &returned}) {
        for (const auto& value : *values) {
            if (value && std::isfinite(*value))
                thresholds.push_back(*value);
        }
    }
    std::sort(thresholds.begin(), thresholds.end());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
    if (!check.moreIsBetter)
        std::reverse(thresholds.begin(), thresholds.end());
    Calibration calibration;
    for (const double threshold : thresholds)
        calibration.curve.push_back(
            {threshold, through(check, accepted, threshold), through(check, returned, threshold)});
    const int good = int(accepted.size());
    const int bad = int(returned.size());
    calibration.acceptedKnown = wilson(good, good);
    calibration.returnedKnown = wilson(0, bad);
    if (calibration.acceptedKnown.low < 1 - kDoubt || calibration.returnedKnown.high > kDoubt)
        return calibration;
    const auto& curve = calibration.curve;
    const auto pass = std::find_if(curve.begin(), curve.end(), [](const CurvePoint& point) {
        return rate(point.returned) <= kReturnedThrough;
    });
    const auto fail = std::find_if(curve.rbegin(), curve.rend(), [](const CurvePoint& point) {
        return rate(point.accepted) >= 1 - kAcceptedRefused;
    });
    if (pass == curve.end() || fail == curve.rend())
        return calibration;
    // A photo that fails must not pass as well.
    const double failAt = check.moreIsBetter ? std::min(fail->threshold, pass->threshold)
                                             : std::max(fail->threshold, pass->threshold);
    calibration.proposed = ProposedLimits{pass->threshold, failAt};
    return calibration;
}

QString curveHeader()
{
    return u"check,threshold,accepted,ofAccepted,tar,returned,ofReturned,far\n"_s;
}

QString curveAsCsv(QStringView id, const Calibration& calibration)
{
    QString text;
    for (const CurvePoint& point : calibration.curve)
        text += u"%1,%2,%3,%4,%5,%6,%7,%8\n"_s.arg(id)
                    .arg(point.threshold, 0, 'g', 6)
                    .arg(point.accepted.hits)
                    .arg(point.accepted.of)
                    .arg(rate(point.accepted), 0, 'f', 4)
                    .arg(point.returned.hits)
                    .arg(point.returned.of)
                    .arg(rate(point.returned), 0, 'f', 4);
    return text;
}

} // namespace handshake
