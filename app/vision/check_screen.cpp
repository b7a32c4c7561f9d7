// SPDX-License-Identifier: Apache-2.0
#include "app/vision/photo_checks_p.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace handshake {

namespace {

constexpr int kPatch = 256;

/// The strongest regular pattern in a patch: highest line of the spectrum over the usual level at
/// the same frequency. Cloth, print and noise have no single lines; a screen's grid has.
double strongestLine(const cv::Mat& gray, cv::Rect patch)
{
    cv::Mat values;
    gray(patch).convertTo(values, CV_32F);
    cv::Mat low;
    cv::GaussianBlur(values, low, cv::Size(), 3.0);
    values -= low;
    cv::Mat window;
    cv::createHanningWindow(window, patch.size(), CV_32F);
    values = values.mul(window);
    cv::Mat spectrum;
    cv::dft(values, spectrum, cv::DFT_COMPLEX_OUTPUT);
    constexpr int kRings = kPatch / 2;
    std::array<std::vector<float>, kRings> rings;
    cv::Mat strength(patch.size(), CV_32F, cv::Scalar(0));
    const auto ringOf = [](int x, int y) {
        const double u = x > kPatch / 2 ? x - kPatch : x;
        const double v = y;
        return int(std::lround(std::hypot(u, v)));
    };
    for (int y = 0; y <= kPatch / 2; ++y) {
        for (int x = 0; x < kPatch; ++x) {
            const auto& value = spectrum.at<cv::Vec2f>(y, x);
            strength.at<float>(y, x) = std::hypot(value[0], value[1]);
            const int ring = ringOf(x, y);
            if (ring < kRings)
                rings[std::size_t(ring)].push_back(strength.at<float>(y, x));
        }
    }
    std::array<float, kRings> usual{};
    for (std::size_t ring = 0; ring < kRings; ++ring) {
        auto& values2 = rings[ring];
        if (values2.empty())
            continue;
        const auto middle = values2.begin() + std::ptrdiff_t(values2.size() * 3 / 4);
        std::nth_element(values2.begin(), middle, values2.end());
        usual[ring] = *middle;
    }
    double strongest = 0;
    for (int y = 0; y <= kPatch / 2; ++y) {
        for (int x = 0; x < kPatch; ++x) {
            const int ring = ringOf(x, y);
            if (ring < kPatch / 6 || ring >= kRings)
                continue;
            const float level = std::max(usual[std::size_t(ring)], 1.0F);
            strongest = std::max(strongest, double(strength.at<float>(y, x) / level));
        }
    }
    return strongest;
}

} // namespace

CheckValue checkScreen(const PhotoContext& photo)
{
    const cv::Mat& gray = photo.gray;
    if (gray.cols < 2 * kPatch || gray.rows < kPatch)
        return notAssessed("screen", "photo.screen.too-small");
    // Left and right of the head and on the chest: a screen would fill all of them.
    const int right = gray.cols - kPatch;
    const int low = gray.rows - kPatch;
    std::vector<double> lines;
    for (const cv::Point at : {cv::Point(gray.cols / 16, gray.rows / 4),
                               cv::Point(right - gray.cols / 16, gray.rows / 4),
                               cv::Point((gray.cols - kPatch) / 2, low)}) {
        const int y = std::min(at.y, low);
        lines.push_back(strongestLine(gray, cv::Rect(at.x, y, kPatch, kPatch)));
    }
    std::sort(lines.begin(), lines.end());
    // A hint, never a proof: only the burst tells a filmed picture from a live one.
    return gradedDown("screen", lines[1], photo.limits.screenPeak, 1e9, "photo.screen");
}

} // namespace handshake
