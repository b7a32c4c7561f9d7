// SPDX-License-Identifier: Apache-2.0
#include "app/vision/backdrop_model_p.h"

#include <algorithm>
#include <cmath>

namespace handshake {

BackdropFigures figuresOf(int inliers, const DenseComparison& found, const Rivalry& mirrorImage)
{
    constexpr double kManyPoints = 500;
    constexpr double kManyCells = 120;
    const int inView = found.judged() + found.covered;
    return {{std::log1p(double(inliers)) / std::log1p(kManyPoints), found.agreement(),
             std::min(1.0, std::sqrt(found.agreeing / kManyCells)), found.meanNcc, found.worstPatch,
             inView > 0 ? double(found.covered) / inView : 1.0,
             mirrorImage.everDiffers ? mirrorImage.margin : 0.7}};
}

double likelihoodOf(const BackdropFigures& figures, const Thresholds& thresholds)
{
    const std::array<double, BackdropFigures::kCount> weights{
        thresholds.modelPoints,      thresholds.modelAgreement, thresholds.modelCells,
        thresholds.modelCorrelation, thresholds.modelPatch,     thresholds.modelHidden,
        thresholds.modelLead};
    double sum = thresholds.modelBias;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * figures.values[i];
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace handshake
