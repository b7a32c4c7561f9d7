// SPDX-License-Identifier: Apache-2.0
#include "app/vision/burst_choice_p.h"

#include "app/vision/photo_checks_p.h"

#include <algorithm>

namespace handshake {

namespace {

/// Differences below this are the sensor's, not the picture's.
constexpr double kAsSharp = 0.95;
constexpr double kAsLevel = 0.5; // degrees

} // namespace

std::size_t bestFrame(const std::vector<BurstFrame>& burst)
{
    const bool anyEyes =
        std::any_of(burst.begin(), burst.end(), [](const BurstFrame& f) { return f.hasEyes; });
    double sharpest = 0;
    for (const BurstFrame& frame : burst) {
        if (frame.hasEyes == anyEyes)
            sharpest = std::max(sharpest, frame.sharpness);
    }
    std::size_t best = burst.size();
    for (std::size_t i = 0; i < burst.size(); ++i) {
        const BurstFrame& frame = burst[i];
        if (frame.hasEyes != anyEyes || frame.sharpness < kAsSharp * sharpest)
            continue;
        if (best == burst.size() || frame.roll < burst[best].roll - kAsLevel)
            best = i;
    }
    return best == burst.size() ? 0 : best;
}

std::vector<BurstFrame> lookAtBurst(FaceFinder& finder, const std::vector<cv::Mat>& grays,
                                    cv::Rect face)
{
    std::vector<BurstFrame> burst;
    for (const cv::Mat& gray : grays) {
        BurstFrame frame;
        frame.sharpness = faceSharpness(gray, face);
        if (const auto eyes = finder.eyesIn(gray, face)) {
            frame.hasEyes = true;
            frame.roll = eyeRoll(*eyes);
        }
        burst.push_back(frame);
    }
    return burst;
}

} // namespace handshake
